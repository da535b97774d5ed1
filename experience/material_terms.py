"""Every term and tag of a material in one query.

Eleven small queries would cost a page more than everything else on it.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from experience.models import (
    Area,
    Audience,
    EducationLevel,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    GuideKind,
    NoveltyLevel,
    Subject,
    Tag,
)
from pages.prepared import PreparedQuery

# Kind → model, its relation to the page, the page's attribute.
MANY_TERMS: dict[str, tuple[type[Model], str]] = {
    "subject": (Subject, "subjects"),
    "area": (Area, "areas"),
    "grade": (Grade, "grades"),
    "level": (EducationLevel, "education_levels"),
    "audience": (Audience, "audience"),
    "form": (FormOfWork, "forms_of_work"),
}
SINGLE_TERMS: dict[str, tuple[type[Model], str]] = {
    "generalisation": (GeneralisationLevel, "generalisation_level"),
    "novelty": (NoveltyLevel, "novelty_level"),
    "guide_kind": (GuideKind, "guide_kind"),
}
SINGLE_RELATIONS = {
    "generalisation": "knowledgepage",
    "novelty": "experiencepage",
    "guide_kind": "guidepage",
}
Row = tuple[str, str, str, str, int]


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return (kind, code, Kazakh name, Russian name, order) of every term and tag, in order."""
    return sorted(rows, key=lambda row: (row[0], row[4], row[3]))


def _union(page_id: int) -> QuerySet[Any, Any]:
    queries = [
        _labelled(model._default_manager.filter(knowledgepage=page_id), kind)
        for kind, (model, _attribute) in MANY_TERMS.items()
    ]
    queries += [
        _labelled(model._default_manager.filter(**{SINGLE_RELATIONS[kind]: page_id}), kind)
        for kind, (model, _attribute) in SINGLE_TERMS.items()
    ]
    return queries[0].union(*queries[1:], _tags(page_id), all=True)


TERMS: PreparedQuery[Row] = PreparedQuery(_union, int)


def _labelled(terms: QuerySet[Any, Any], kind: str) -> QuerySet[Any, Any]:
    return (
        terms.order_by()
        .annotate(kind=Value(kind))
        .values_list("kind", "code", "name_kk", "name_ru", "order")
    )


def _tags(page_id: int) -> QuerySet[Any, Any]:
    return (
        Tag.objects.filter(tagged_materials__content_object=page_id)
        .order_by()
        .annotate(kind=Value("tag"), place=Value(0))
        .values_list(
            "kind",
            "slug",
            Coalesce(NullIf("name_kk", Value("")), "name"),
            Coalesce(NullIf("name_ru", Value("")), "name"),
            "place",
        )
    )
