"""Items of the passport that more than one type shows."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from experience.models import KnowledgePage
from experience.reading import MaterialParts, TermFact

from . import formats

Item = dict[str, Any]


def item(label: str, value: str, **more: Any) -> Item | None:
    """Return an item, or None where there is nothing to say."""
    return {"label": capfirst(label), "value": value, **more} if value else None


def names(terms: Iterable[TermFact]) -> str:
    """«самостоятельная, в парах»."""
    return ", ".join(term.name for term in terms)


def subject_and_grades(parts: MaterialParts) -> Item | None:
    """«Математика, 3–4 класс»; the area where there is no subject."""
    about = names(parts.terms["subject"] or parts.terms["area"])
    grades = formats.grades(parts.grade_numbers()) or names(parts.terms["level"])
    label = _("Subject and grade") if parts.terms["subject"] else _("Area")
    return item(label, ", ".join(filter(None, (about, grades))))


def suitability(page: KnowledgePage) -> str:
    """«малокомплектная школа, совмещённый класс»."""
    flags = (
        (page.small_school, _("small school")),
        (page.combined_class, _("combined class")),
        (page.inclusive, _("inclusive class")),
    )
    return ", ".join(label for flag, label in flags if flag)


def level(parts: MaterialParts) -> str:
    """«районный уровень»; "" where nothing was generalised."""
    name = names(parts.terms["generalisation"])
    return _("%(level)s level") % {"level": name} if name else ""


def generalised(page: KnowledgePage, parts: MaterialParts) -> Item | None:
    """«районный уровень, протокол № 3 от 28 сентября 2026 г.»."""
    pieces = [level(parts), page.generalisation_body]
    if page.protocol_number and page.protocol_date:
        pieces.append(
            _("protocol No. %(number)s of %(date)s")
            % {"number": page.protocol_number, "date": formats.full_date(page.protocol_date)}
        )
    return item(_("Generalised"), ", ".join(filter(None, pieces)))
