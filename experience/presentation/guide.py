"""The page of a methodological guide."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from experience.models import GuidePage
from experience.reading import MaterialParts

from . import formats
from . import passport as facts
from .files import file_row, file_rows, text_address
from .pictures import picture_rows
from .sections import Section, SectionList, sources


def sections(page: GuidePage, parts: MaterialParts, reader: Any) -> list[Section]:
    """Return the sections; a body that is a file comes first."""
    found = SectionList(page)
    guide = page.guide_file
    whole = [file_row(guide, text_url=text_address(guide, reader))] if guide else []
    if whole and not page.main_part:
        found.add("guide-file", _("The guide"), files=whole)
    found.add_text("introduction")
    found.add(
        "main-part",
        page._meta.get_field("main_part").verbose_name,
        blocks=page.main_part,
        files=whole if page.main_part else [],
    )
    found.add_text("conclusion")
    found.add("literature", page._meta.get_field("literature").verbose_name, sources=sources(page))
    found.add(
        "appendices",
        page._meta.get_field("appendices").verbose_name,
        body=found.text("appendices"),
        files=file_rows(parts.files, reader),
        pictures=picture_rows(parts.pictures),
    )
    return found.sections


def figures(page: GuidePage, parts: MaterialParts, sections: list[Section]) -> list[dict[str, str]]:
    """Return the length, the grades and for whom the guide is."""
    found = []
    if page.pages_in_print:
        found.append({"value": formats.pages(page.pages_in_print), "label": _("in print")})
    grades = formats.grades(parts.grade_numbers()) or facts.names(parts.terms["level"][:1])
    if grades:
        about = facts.names(parts.terms["subject"] or parts.terms["area"])
        found.append({"value": capfirst(grades), "label": about})
    tasks = sum(block.block_type == "task" for block in page.main_part)
    if tasks:
        found.append({"value": str(tasks), "label": _("tasks to take as they are")})
    return found


def evidence(page: GuidePage) -> dict[str, str]:
    """Return nothing: a guide rests on its reviewers, who stand in the passport."""
    return {"text": "", "url": ""}


def passport(page: GuidePage, parts: MaterialParts, reader: Any) -> dict[str, Any]:
    """Return what the guide is, for whom, and who stands for it."""
    kind = parts.one("guide_kind")
    items = [
        facts.item(_("Kind"), kind.name if kind else ""),
        facts.subject_and_grades(parts),
        facts.item(_("For whom"), facts.names(parts.terms["audience"])),
        facts.item(_("Suits"), facts.suitability(page)),
        facts.item(_("Aim"), page.aim),
        facts.item(_("Expected result"), page.expected_result),
        *(facts.item(_("Reviewer"), str(reviewer)) for reviewer in parts.reviewers),
        facts.generalised(page, parts),
        facts.item(_("Why there is no protocol"), page.no_protocol_reason),
    ]
    return {"title": _("Passport of the guide"), "items": [item for item in items if item]}
