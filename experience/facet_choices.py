"""Values of the facets with their wording: what is fixed, and the vocabularies in one query."""

from typing import Any

from django.db.models import Value
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from bilingual.pairs import choose
from experience.models import Area, EducationLevel, Grade, Subject
from search.sources import Choice

FIXED: dict[str, dict[str, Any]] = {
    "type": {
        "experience": _("Experience"),
        "guide": _("Guide"),
        "technology": _("Technology"),
    },
    "language": {"kk": _("Kazakh"), "ru": _("Russian")},
    "suits": {
        "small-school": _("small school"),
        "combined-class": _("combined class"),
        "inclusive": _("inclusive class"),
    },
}
VOCABULARIES: dict[str, Any] = {
    "grade": Grade,
    "level": EducationLevel,
    "subject": Subject,
    "area": Area,
}
# Shown in the order of the alphabet; the others in the order that their vocabulary gives.
ALPHABETICAL = ("subject",)


def facet_choices(language: str) -> dict[str, list[Choice]]:
    """Return the values of each facet in their order, worded in an interface language; one query."""
    with translation.override(language):
        choices = {
            facet: [Choice(value, capfirst(str(label))) for value, label in values.items()]
            for facet, values in FIXED.items()
        }
    for facet, code, name_kk, name_ru in _terms(language):
        label = capfirst(choose(name_kk, name_ru, language))
        choices.setdefault(facet, []).append(Choice(code, label))
    return choices


def _terms(language: str) -> list[tuple[str, str, str, str]]:
    """Return (facet, code, Kazakh name, Russian name) of every term that was not merged away."""
    queries = []
    for facet, model in VOCABULARIES.items():
        terms = model.objects.order_by()
        if facet == "subject":
            terms = terms.filter(merged_into=None)
        queries.append(
            terms.annotate(facet=Value(facet)).values_list(
                "facet", "code", "name_kk", "name_ru", "order", f"sort_{language}"
            )
        )
    rows = queries[0].union(*queries[1:], all=True)
    return [
        row[:4]
        for row in sorted(rows, key=lambda row: (0 if row[0] in ALPHABETICAL else row[4], row[5]))
    ]
