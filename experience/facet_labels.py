"""Names of the values of facets, from the vocabularies."""

from typing import Any

from django.db.models import Model
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from bilingual.pairs import choose
from experience.models import (
    Area,
    Audience,
    EducationLevel,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    Subject,
)

VOCABULARIES: dict[str, type[Model]] = {
    "subject": Subject,
    "grade": Grade,
    "area": Area,
    "level": EducationLevel,
    "audience": Audience,
    "form": FormOfWork,
    "generalisation": GeneralisationLevel,
}
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


def facet_label(facet: str, value: str, language: str) -> str:
    """Return the name of a facet's value in an interface language; the value itself where it has none."""
    if facet in FIXED:
        label = FIXED[facet].get(value)
        if label is None:
            return value
        with translation.override(language):
            return capfirst(str(label))
    names = terms(facet)
    return capfirst(choose(*names[value], language)) if value in names else value


def terms(facet: str) -> dict[str, tuple[str, str]]:
    """Return code → (Kazakh, Russian) name of the vocabulary behind a facet, in its order."""
    model = VOCABULARIES.get(facet)
    if model is None:
        return {}
    rows = model._default_manager.values_list("code", "name_kk", "name_ru")
    return {code: (name_kk, name_ru) for code, name_kk, name_ru in rows}
