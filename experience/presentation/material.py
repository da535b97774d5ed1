"""The page of a material: what all three types show, and the choice of what each adds."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from bilingual.pairs import active_language
from experience.models import KnowledgePage
from experience.reading import MaterialParts, read_parts
from pages.cached import kept
from pages.languages import set_switch_addresses
from pages.models import DistrictSettings
from pages.restrictions import restriction_test
from search.addresses import absolute

from . import experience, formats, guide, technology
from . import passport as facts
from .addresses import page_address
from .citation import citation
from .files import files_line
from .metadata import metadata, preview_picture
from .people import author_links, school_links
from .reading_time import reading_time
from .related import related_rows
from .sections import Section
from .structured import learning_resource

TYPES = {
    "experience": experience,
    "guide": guide,
    "technology": technology,
}


@dataclass(frozen=True)
class Reader:
    """Who reads: the language of the interface and the request."""

    language: str
    request: HttpRequest


def material_context(page: KnowledgePage, request: HttpRequest) -> dict[str, Any]:
    """Return the context of the page's template; its contract stands at the head of each template."""
    reader = Reader(active_language(), request)
    preview = getattr(request, "is_preview", False)
    parts = read_parts(page, restriction_test(request), preview=preview)
    district = kept(request, "district", DistrictSettings.current)
    view = TYPES[page.kind]
    with translation.override(page.language):
        sections: list[Section] = view.sections(page, parts, reader)
        context = {
            "material": _head(page, parts, reader),
            "figures": view.figures(page, parts, sections),
            "evidence": view.evidence(page),
            "passport": view.passport(page, parts, reader),
            "contents": {
                "sections": sections,
                "actions": _actions(page, parts, sections),
                "number": page.number,
            },
            "sections": sections,
            "citation": citation(page, parts, district),
            "responsible": _responsible(page),
            "tags": _tags(parts, reader),
            "metadata": metadata(page, parts, district),
            "structured": [learning_resource(page, parts, district)],
        }
    set_switch_addresses(
        request,
        {
            other.language: page_address(other.url_path, other.language)
            for other in parts.translations
        },
    )
    return context | {
        "breadcrumbs": _breadcrumbs(page, parts, reader),
        "related": [] if preview else related_rows(page, parts, request, reader.language),
        "page_title": page.title,
        "page_description": page.search_description or page.summary,
        "page_kind": "article",
        "content_language": page.language,
        "preview_picture": preview_picture(parts.pictures),
        "canonical": absolute(page_address(page.url_path, page.language)),
        "alternates": _alternates(page, parts),
        "translation": _translation(parts, reader),
    }


def _head(page: KnowledgePage, parts: MaterialParts, reader: Reader) -> dict[str, Any]:
    return {
        "type": page.kind,
        "lang": page.language,
        "number": f"№{formats.NO_BREAK}{page.number}" if page.number else "",
        "published": formats.full_date(page.first_published_at),
        "reading_time": reading_time(page),
        "level": facts.level(parts),
        "title": page.title,
        "lead": page.summary,
        "authors": author_links(parts.authorships, reader.language),
        "schools": school_links(parts.authorships, reader.language),
        "authors_intro": _("Compiled by") if page.kind == "guide" else "",
    }


def _actions(
    page: KnowledgePage, parts: MaterialParts, sections: list[Section]
) -> list[dict[str, str]]:
    actions = []
    if page.kind == "technology" and any(section["id"] == "first-lesson" for section in sections):
        actions.append(
            {"label": _("First lesson on one page"), "url": "#first-lesson", "icon": "i-file"}
        )
    if parts.files and (place := next((s for s in sections if s.get("files")), None)):
        actions.append(
            {
                "label": files_line(row.document for row in parts.files),
                "url": f"#{place['id']}",
                "icon": "i-down",
            }
        )
    return [*actions, {"label": _("Cite"), "url": "#citation", "icon": "i-quote"}]


def _responsible(page: KnowledgePage) -> dict[str, str] | None:
    if page.responsible is None:
        return None
    return {
        "name": page.responsible.public_name or str(page.responsible),
        "url": "",
        "published": formats.full_date(page.first_published_at),
        "review_by": formats.month_of(page.review_by) if page.review_by else "",
        "change_note": page.change_note,
    }


def _tags(parts: MaterialParts, reader: Reader) -> list[dict[str, str]]:
    return [
        {"label": tag.name, "url": f"/{reader.language}/tags/{tag.code}/"}
        for tag in parts.terms["tag"]
    ]


def _breadcrumbs(page: KnowledgePage, parts: MaterialParts, reader: Reader) -> list[dict[str, str]]:
    """Section, subject or area, grades; in the language of the interface."""
    section = page.url_path.split("/")[2]
    labels = {"experience": _("Experience"), "guide": _("Guides"), "technology": _("Technologies")}
    crumbs = [{"label": labels[page.kind], "url": f"/{reader.language}/{section}/"}]
    if subject := parts.one("subject"):
        crumbs.append(
            {"label": subject.name, "url": f"/{reader.language}/subjects/{subject.code}/"}
        )
    elif area := parts.one("area"):
        crumbs.append(
            {"label": area.name, "url": f"/{reader.language}/{section}/?area={area.code}"}
        )
    if numbers := parts.grade_numbers():
        query = "&".join(f"grade={number}" for number in numbers)
        crumbs.append(
            {"label": formats.grades(numbers), "url": f"/{reader.language}/{section}/?{query}"}
        )
    return crumbs


def _translation(parts: MaterialParts, reader: Reader) -> dict[str, str] | None:
    """Return the link to this material in the language of the interface."""
    for other in parts.translations:
        if other.language == reader.language:
            url = page_address(other.url_path, other.language)
            return {"label": other.title, "url": url, "lang": other.language}
    return None


def _alternates(page: KnowledgePage, parts: MaterialParts) -> list[dict[str, str]]:
    """Real translations, this page among them; nothing where there is none."""
    if not parts.translations:
        return []
    pages = [(page.language, page.url_path)] + [
        (other.language, other.url_path) for other in parts.translations
    ]
    return [
        {"lang": language, "url": absolute(page_address(path, language))}
        for language, path in sorted(pages)
    ]
