"""What lists show of a material: kept in the search index, so that a list asks the content database nothing.

Everything stands ready in both interface languages.
"""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual.pairs import INTERFACE_LANGUAGES
from experience.models import KnowledgePage
from experience.presentation import formats
from experience.presentation.addresses import page_address
from experience.presentation.passport import level as level_of
from experience.presentation.passport import names
from experience.presentation.results import main_row, result_row
from experience.presentation.steps import total_minutes
from experience.reading import MaterialParts

Display = dict[str, Any]

SEPARATOR = " · "

# A line of facts names so many subjects; the page names all.
MOST_SUBJECTS = 2


def display_of(page: KnowledgePage, parts: MaterialParts) -> Display:
    """Return the display of a live material by interface language; everything in it passes through JSON."""
    return {language: _shown(page, parts, language) for language in INTERFACE_LANGUAGES}


def _shown(page: KnowledgePage, parts: MaterialParts, language: str) -> Display:
    with translation.override(language):
        who = _who(parts)
        published = timezone.localtime(page.first_published_at) if page.first_published_at else None
        level = level_of(parts)
        return {
            "url": page_address(page.url_path, language),
            "permanent": reverse("permanent-address", args=[page.number]),
            "authors": _authors(parts),
            "published": _moment(page.first_published_at),
            "updated": _moment(page.last_published_at or page.first_published_at),
            "meta": _joined(who, str(published.year) if published else ""),
            "row_meta": _joined(who, formats.full_date(published)),
            "summary": page.summary,
            "year": published.year if published else "",
            "grades": parts.grade_numbers(),
            "level": level,
            "level_order": page.generalisation_level.order if page.generalisation_level else 0,
            "seal": _seal(page, level),
            **TYPE_DISPLAYS[page.kind](page, parts, level),
        }


def _joined(*pieces: str) -> str:
    return SEPARATOR.join(filter(None, pieces))


def _moment(moment: datetime | None) -> str:
    """In the form of ISO 8601, with the offset of the district's time."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""


def _authors(parts: MaterialParts) -> str:
    return ", ".join(row.author.short_name for row in parts.authorships if row.author)


def _who(parts: MaterialParts) -> str:
    schools = dict.fromkeys(row.school.name for row in parts.authorships if row.school)
    return _joined(_authors(parts), ", ".join(schools))


def _seal(page: KnowledgePage, level: str) -> str:
    """«Районный уровень, протокол № 3 от 28 сентября 2026 г.»; "" where nothing was generalised."""
    if not (level and page.protocol_number and page.protocol_date):
        return capfirst(level)
    protocol = _("protocol No. %(number)s of %(date)s") % {
        "number": page.protocol_number,
        "date": formats.full_date(page.protocol_date),
    }
    return f"{capfirst(level)}, {protocol}"


def _facts(page: KnowledgePage, parts: MaterialParts, *more: str) -> list[str]:
    grades = formats.grades(parts.grade_numbers()) or capfirst(names(parts.terms["level"]).lower())
    subjects = parts.terms["subject"] or parts.terms["area"]
    subject = names(subjects[:MOST_SUBJECTS]) + ("…" if len(subjects) > MOST_SUBJECTS else "")
    found = (grades, subject, _("small school") if page.small_school else "", *more)
    return [fact for fact in found if fact]


def _experience(page: Any, parts: MaterialParts, level: str) -> Display:
    row = main_row(parts.results)
    result = None
    if row and (change := formats.change_of(row)):
        result = {**change, "label": formats.figure_label(row), "lang": page.language}
    return {
        "facts": _facts(page, parts, level),
        "result": result,
        "figure": result,
        "bars": result_row(row) if row else None,
        "school": next((row.school.name for row in parts.authorships if row.school), ""),
    }


def _guide(page: Any, parts: MaterialParts, level: str) -> Display:
    types = {row.document.type_label for row in parts.files}
    if page.guide_file:
        types.add(page.guide_file.type_label)
    kind = names(parts.terms["guide_kind"])
    length = formats.pages(page.pages_in_print) if page.pages_in_print else ""
    label = ", ".join(sorted(types)) or capfirst(kind)
    return {
        "facts": _facts(page, parts, kind, length),
        "result": None,
        "figure": {"value": length, "label": label} if length else None,
    }


def _technology(page: Any, parts: MaterialParts, level: str) -> Display:
    total = total_minutes(page.steps)
    length = formats.minutes(total) if total else ""
    return {
        "facts": _facts(page, parts, level, length),
        "result": None,
        "figure": {"value": length, "label": formats.steps(len(page.steps))} if length else None,
    }


TYPE_DISPLAYS = {"experience": _experience, "guide": _guide, "technology": _technology}
