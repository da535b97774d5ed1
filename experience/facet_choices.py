"""Values of the facets with their wording: what is fixed, the vocabularies, and records of the bank."""

from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Author, School
from bilingual.collation import sort_key
from bilingual.pairs import active_language, choose
from experience.models import (
    Area,
    Audience,
    EducationLevel,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    KnowledgePage,
    Subject,
    Tag,
)
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
    "audience": Audience,
    "form": FormOfWork,
    "generalisation": GeneralisationLevel,
}
# Shown in the order of the alphabet; the others in the order that their vocabulary gives.
ALPHABETICAL = ("subject", "school", "tag")

Choices = dict[str, dict[str, Choice]]


def facet_choices(language: str) -> Choices:
    """Return the values of each facet in their order, worded in an interface language; three queries.

    Of authors and tags only those of public materials: nobody else's name is told.
    """
    with translation.override(language):
        choices = {
            facet: [Choice(value, capfirst(str(label))) for value, label in values.items()]
            for facet, values in FIXED.items()
        }
        public = KnowledgePage.objects.published()
        for facet, code, name_kk, name_ru in _named(public):
            name = choose(name_kk, name_ru)
            choices.setdefault(facet, []).append(Choice(code, capfirst(name), name.language))
        choices["author"] = _authors(public)
    for facet in ALPHABETICAL:
        choices.get(facet, []).sort(key=lambda choice: sort_key(choice.label))
    return {facet: {choice.value: choice for choice in values} for facet, values in choices.items()}


def _named(public: QuerySet[KnowledgePage]) -> list[tuple[str, str, str, str]]:
    """Return (facet, value, Kazakh name, Russian name) of terms, schools and tags; one query.

    Terms are in the order of their vocabulary. A tag without a name in a language goes as typed.
    """
    names = ("name_kk", "name_ru")
    queries: list[QuerySet[Any, Any]] = []
    for facet, model in VOCABULARIES.items():
        terms = model.objects.order_by()
        if facet == "subject":
            terms = terms.filter(merged_into=None)
        queries.append(
            terms.annotate(facet=Value(facet)).values_list("facet", "code", *names, "order")
        )
    schools = School.objects.current().order_by()
    queries.append(
        schools.annotate(facet=Value("school"), place=Value(0)).values_list(
            "facet", "slug", *names, "place"
        )
    )
    tags = Tag.objects.filter(merged_into=None, tagged_materials__content_object__in=public)
    as_typed = (Coalesce(NullIf(name, Value("")), "name") for name in names)
    queries.append(
        tags.order_by()
        .annotate(facet=Value("tag"), place=Value(0))
        .values_list("facet", "slug", *as_typed, "place")
        .distinct()
    )
    rows = queries[0].union(*queries[1:], all=True)
    return [row[:4] for row in sorted(rows, key=lambda row: row[4])]


def _authors(public: QuerySet[KnowledgePage]) -> list[Choice]:
    """Return the authors of public materials, surname first."""
    language = active_language()
    authors = Author.objects.current().filter(pk__in=public.values("authorships__author"))
    return [
        Choice(author.slug, author.citation_name(language), author.full_name.language)
        for author in authors.order_by(f"sort_{language}")
    ]
