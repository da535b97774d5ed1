"""What lists show of a material: kept in the search index, so that a list asks the content database nothing.

Names stand in both languages; the row of a list chooses.
"""

from typing import Any

from django.utils import translation

from bilingual.pairs import INTERFACE_LANGUAGES
from experience.models import KnowledgePage
from experience.presentation import formats
from experience.presentation.passport import names
from experience.presentation.results import main_row
from experience.presentation.steps import total_minutes
from experience.reading import MaterialParts

Display = dict[str, Any]


def display_of(page: KnowledgePage, parts: MaterialParts) -> Display:
    """Return the display of a live material; everything in it passes through JSON."""
    return {
        "path": page.url_path.split("/", 2)[2],
        "number": page.number,
        "summary": page.summary,
        "published": page.first_published_at.isoformat() if page.first_published_at else "",
        "grades": parts.grade_numbers(),
        "authors": [in_both(lambda row=row: row.author.short_name) for row in parts.authorships if row.author],
        "schools": _schools(parts),
        "subjects": [in_both(lambda term=term: term.name) for term in parts.terms["subject"] + parts.terms["area"]],
        "levels": in_both(lambda: names(parts.terms["level"])),
        "small_school": page.small_school,
        "generalisation": in_both(lambda: names(parts.terms["generalisation"])),
        "generalisation_order": page.generalisation_level.order if page.generalisation_level else 0,
        "protocol": [page.protocol_number, page.protocol_date.isoformat() if page.protocol_date else ""],
        **TYPE_DISPLAYS[page.kind](page, parts),
    }


def _schools(parts: MaterialParts) -> list[Any]:
    schools = {row.school.pk: row.school for row in parts.authorships if row.school}
    return [
        {**in_both(lambda school=school: school.name), "slug": school.slug} for school in schools.values()
    ]


def in_both(text: Any) -> dict[str, str]:
    """Return what `text()` answers in each interface language."""
    both = {}
    for language in INTERFACE_LANGUAGES:
        with translation.override(language):
            both[language] = str(text())
    return both


def _experience(page: Any, parts: MaterialParts) -> Display:
    row = main_row(list(page.results.all()))
    if row is None or row.before is None or row.after is None:
        return {"result": None}
    return {
        "result": {
            "label": in_both(lambda: formats.figure_label(row)),
            "before": in_both(lambda: formats.number(row.before)),
            "after": in_both(lambda: formats.value_of(row, row.after)),
        },
    }


def _guide(page: Any, parts: MaterialParts) -> Display:
    types = {row.document.type_label for row in parts.files}
    if page.guide_file:
        types.add(page.guide_file.type_label)
    return {
        "guide_kind": in_both(lambda: names(parts.terms["guide_kind"])),
        "pages": page.pages_in_print,
        "file_types": sorted(types),
    }


def _technology(page: Any, parts: MaterialParts) -> Display:
    return {
        "minutes": total_minutes(page.steps),
        "steps": len(page.steps),
        "start_minutes": page.start_minutes,
    }


TYPE_DISPLAYS = {"experience": _experience, "guide": _guide, "technology": _technology}
