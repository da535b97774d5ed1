"""The page of an experience write-up."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from experience.models import ExperiencePage
from experience.reading import MaterialParts, in_readers_language

from . import formats
from . import passport as facts
from .addresses import page_address
from .files import file_rows
from .pictures import picture_rows
from .results import main_row, result_row
from .sections import Section, SectionList, sources
from .steps import steps_of


def sections(page: ExperiencePage, parts: MaterialParts, reader: Any) -> list[Section]:
    """Return the sections in the order of the paper form."""
    found = SectionList(page)
    found.add_text("relevance")
    found.add_text("conditions")
    found.add(
        "leading-idea", page._meta.get_field("leading_idea").verbose_name, idea=page.leading_idea
    )
    found.add_text("theory")
    found.add_text("novelty")
    found.add(
        "technology",
        _("Technology of the experience"),
        rows=_technology_rows(page),
        body=found.text("content"),
        steps=steps_of(page.steps) if page.steps else None,
    )
    found.add(
        "results",
        _("Results"),
        body=found.text("results_text"),
        results=[result_row(row) for row in parts.results],
        closing=page.no_results_reason,
    )
    found.add("labour", _("Labour, risks, limitations"), rows=_labour_rows(page))
    found.add_text("transfer")
    found.add_text("conclusions")
    found.add("literature", page._meta.get_field("literature").verbose_name, sources=sources(page))
    found.add(
        "appendices",
        _("Appendices"),
        files=file_rows(parts.files, reader),
        pictures=picture_rows(parts.pictures),
    )
    return found.sections


def _technology_rows(page: ExperiencePage) -> list[dict[str, str]]:
    return [
        {
            "label": capfirst(str(page._meta.get_field(name).verbose_name)),
            "text": getattr(page, name),
        }
        for name in ("aim", "methods", "means")
        if getattr(page, name)
    ]


def _labour_rows(page: ExperiencePage) -> list[dict[str, str]]:
    weekly = (
        _("%(time)s a week") % {"time": formats.minutes(page.weekly_minutes)}
        if page.weekly_minutes
        else ""
    )
    rows = [(_("Labour"), weekly)] + [
        (capfirst(str(page._meta.get_field(name).verbose_name)), getattr(page, name))
        for name in ("preparation", "risks", "limitations")
    ]
    return [{"label": label, "text": text} for label, text in rows if text]


def figures(
    page: ExperiencePage, parts: MaterialParts, sections: list[Section]
) -> list[dict[str, str]]:
    """Return the main result, the labour a week and whom it suits."""
    found: list[dict[str, str]] = []
    if (row := main_row(parts.results)) and (change := formats.change_of(row)):
        found.append({**change, "label": formats.figure_label(row)})
    if page.weekly_minutes is not None:
        found.append(
            {
                "value": formats.minutes(page.weekly_minutes),
                "label": _("of the teacher's time a week"),
            }
        )
    grades = formats.grades(parts.grade_numbers()) or facts.names(parts.terms["level"][:1])
    if grades:
        found.append(
            {"value": capfirst(grades), "label": page.suits_whom or facts.suitability(page)}
        )
    return found


def evidence(page: ExperiencePage) -> dict[str, str]:
    """Return what the results rest on: «14 учеников, сентябрь 2025 — май 2026, сравнение …»."""
    pieces = [
        formats.pupils(page.evidence_pupils) if page.evidence_pupils else "",
        formats.period(page.evidence_from, page.evidence_to),
        _("comparison %(comparison)s") % {"comparison": page.comparison} if page.comparison else "",
    ]
    text = ", ".join(filter(None, pieces))
    return {"text": formats.sentence(text), "url": "#results" if text else ""}


def passport(page: ExperiencePage, parts: MaterialParts, reader: Any) -> dict[str, Any]:
    """Return the facts by which a teacher judges whether it fits the class."""
    technologies = in_readers_language(
        [linked for linked in parts.linked if linked.kind == "technology"], reader.language
    )
    school = next((row.school for row in parts.authorships if row.school), None)
    small = _("small school") if page.arose_in_small_school else ""
    pupils_in_class = ": ".join(
        filter(
            None,
            (formats.pupils(page.class_size) if page.class_size else "", page.class_composition),
        )
    )
    novelty = parts.one("novelty")
    items = [
        facts.subject_and_grades(parts),
        facts.item(
            _("Language of instruction"),
            page.get_instruction_language_display() if page.instruction_language else "",
        ),
        facts.item(_("School"), ", ".join(filter(None, (school.name if school else "", small)))),
        facts.item(_("Class"), pupils_in_class),
        facts.item(_("Form of work"), facts.names(parts.terms["form"])),
        facts.item(_("Equipment"), page.equipment),
        facts.item(_("Hours"), formats.number(page.hours) if page.hours is not None else ""),
        facts.item(_("For whom"), facts.names(parts.terms["audience"])),
        facts.item(_("Suits"), facts.suitability(page)),
        facts.item(_("Novelty"), novelty.name if novelty else ""),
        _links_item(_("Technology"), technologies, reader),
        facts.generalised(page, parts),
    ]
    return {"title": _("Passport of the material"), "items": [item for item in items if item]}


def _links_item(label: str, linked: list[Any], reader: Any) -> facts.Item | None:
    if not linked:
        return None
    return {
        "label": label,
        "links": [
            {
                "label": page.title,
                "url": page_address(page.url_path, reader.language),
                "lang": page.language,
            }
            for page in linked
        ],
    }
