"""Every term and tag of a material in one query, compiled once.

Eleven small queries would cost a page more than everything else on it. Their union is put together by
the ORM, so that it follows the models and the database, and only its compilation is kept.
"""

from functools import cache
from typing import Any

from django.db import connection
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
# Stands for the page in the compiled query; no page has it.
ANY_PAGE = -7_777_777

Row = tuple[str, str, str, str, int]


def term_rows(page_id: int) -> list[Row]:
    """Return (kind, code, Kazakh name, Russian name, order) of every term and tag, in order."""
    sql, parameters = _compiled(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(
            sql, [page_id if parameter == ANY_PAGE else parameter for parameter in parameters]
        )
        rows = cursor.fetchall()
    return sorted(rows, key=lambda row: (row[0], row[4], row[3]))


@cache
def _compiled(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """Return the union as SQL with its parameters for this kind of database."""
    queries = [
        _labelled(model._default_manager.filter(knowledgepage=ANY_PAGE), kind)
        for kind, (model, _attribute) in MANY_TERMS.items()
    ]
    queries += [
        _labelled(model._default_manager.filter(**{SINGLE_RELATIONS[kind]: ANY_PAGE}), kind)
        for kind, (model, _attribute) in SINGLE_TERMS.items()
    ]
    return queries[0].union(*queries[1:], _tags(), all=True).query.sql_with_params()


def _labelled(terms: QuerySet[Any, Any], kind: str) -> QuerySet[Any, Any]:
    return (
        terms.order_by()
        .annotate(kind=Value(kind))
        .values_list("kind", "code", "name_kk", "name_ru", "order")
    )


def _tags() -> QuerySet[Any, Any]:
    return (
        Tag.objects.filter(tagged_materials__content_object=ANY_PAGE)
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
