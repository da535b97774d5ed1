"""The page of a technology description."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from experience.models import TechnologyPage
from experience.reading import MaterialParts, in_readers_language

from . import formats
from . import passport as facts
from .addresses import page_address
from .files import file_rows
from .pictures import picture_rows
from .places import place_rows
from .sections import Section, SectionList, lines, sources
from .steps import steps_of, strip_of, total_minutes

QUALITY = ("conceptual", "systemic", "manageable", "efficient", "reproducible")
START = ("cost_to_start", "training_needed", "limits")


def sections(page: TechnologyPage, parts: MaterialParts, reader: Any) -> list[Section]:
    """Return the sections after Selevko's scheme."""
    found = SectionList(page)
    found.add_text(
        "concept",
        rows=[
            {
                "label": capfirst(str(page._meta.get_field(name).verbose_name)),
                "points": lines(getattr(page, name)),
            }
            for name in ("principles", "aims")
            if getattr(page, name)
        ],
    )
    found.add_text("content")
    found.add_text(
        "process",
        lesson_strip=strip_of(page.steps),
        steps=steps_of(page.steps) if page.steps else None,
    )
    found.add_text(
        "support",
        files=file_rows(parts.files, reader),
        guides=[
            {
                "type": linked.kind,
                "title": linked.title,
                "url": page_address(linked.url_path, reader.language),
                "lang": linked.language,
            }
            for linked in in_readers_language(parts.linked, reader.language)
        ],
    )
    found.add("quality", _("Quality"), rows=_rows(page, QUALITY))
    found.add("start", _("How to start"), rows=_rows(page, START))
    found.add(
        "first-lesson",
        page._meta.get_field("first_lesson").verbose_name,
        body=found.text("first_lesson"),
    )
    found.add(
        "uses",
        _("Where it works in the district"),
        places=place_rows(page, reader.request, reader.language),
    )
    found.add("literature", page._meta.get_field("literature").verbose_name, sources=sources(page))
    found.add("appendices", _("Pictures"), pictures=picture_rows(parts.pictures))
    return found.sections


def _rows(page: TechnologyPage, names: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        {
            "label": capfirst(str(page._meta.get_field(name).verbose_name)),
            "text": getattr(page, name),
        }
        for name in names
        if getattr(page, name)
    ]


def figures(
    page: TechnologyPage, parts: MaterialParts, sections: list[Section]
) -> list[dict[str, str]]:
    """Return the length of the lesson, the preparation, and how many schools use it."""
    found = []
    if total := total_minutes(page.steps):
        found.append({"value": formats.minutes(total), "label": formats.steps(len(page.steps))})
    if page.start_minutes:
        label = _("of preparation for the first lesson")
        if page.repeat_minutes:
            label = _("of preparation for the first lesson, then %(time)s") % {
                "time": formats.minutes(page.repeat_minutes)
            }
        found.append({"value": formats.minutes(page.start_minutes), "label": label})
    places = next((section["places"] for section in sections if section["id"] == "uses"), [])
    schools = {place["school"] for place in places if place["school"]}
    if schools:
        found.append({"value": formats.schools(len(schools)), "label": _("of the district use it")})
    return found


def evidence(page: TechnologyPage) -> dict[str, str]:
    """Return nothing: what a technology rests on is the list of experiences that use it."""
    return {"text": "", "url": ""}


def passport(page: TechnologyPage, parts: MaterialParts, reader: Any) -> dict[str, Any]:
    """Return the identification of the technology."""
    items = [
        facts.item(_("Kind"), page.technology_kind),
        facts.item(_("Scale"), page.scale),
        facts.item(_("Form"), page.organisational_form),
        facts.item(_("Prevailing method"), page.prevailing_method),
        facts.subject_and_grades(parts),
        facts.item(_("Level"), facts.names(parts.terms["level"]).lower()),
        facts.item(_("Equipment"), page.equipment),
        facts.item(_("For whom"), facts.names(parts.terms["audience"])),
        facts.item(_("Suits"), facts.suitability(page)),
        facts.generalised(page, parts),
    ]
    return {"title": _("Passport of the technology"), "items": [item for item in items if item]}
