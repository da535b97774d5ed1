"""Lists of materials: one mechanism, the index, for home, authors, schools, subjects and tags."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count
from django.http import HttpRequest

from bilingual.pairs import active_language
from experience.asking import ask
from experience.models import KnowledgePage
from experience.presentation.rows import material_row
from pages.cached import kept
from search.filters import FACETS
from search.query import SearchQuery
from search.readers import Reader, reader_of
from search.results import SearchResults

# A page of an author, a school or a subject shows at most so many; the search has them all.
MOST_MATERIALS = 100

Facets = Mapping[str, tuple[str, ...]]


def materials(
    request: HttpRequest, facets: Facets, *, page: int = 1, page_size: int = 20
) -> SearchResults:
    """Return a page of the materials under `facets`, newest first, as far as the reader may see them."""
    query = SearchQuery(facets=facets, page=page, page_size=page_size)
    return ask(request, query, reader_of(request))


def rows(
    request: HttpRequest,
    facets: Facets,
    *,
    page: int = 1,
    page_size: int = 20,
    sealed: bool = False,
) -> list[dict[str, Any]]:
    """Return the same as rows of a list."""
    results = materials(request, facets, page=page, page_size=page_size)
    return [material_row(hit, sealed=sealed) for hit in results.hits]


def public_total(request: HttpRequest, facet: str, value: str) -> int:
    """Return how many materials with a value of a facet everybody may read."""

    def count() -> Mapping[str, Mapping[str, int]]:
        query = SearchQuery(page_size=1, counted=FACETS)
        return ask(request, query, Reader(active_language())).facets

    return kept(request, "public totals", count).get(facet, {}).get(value, 0)


def counts(relation: str) -> dict[Any, int]:
    """Return how many public materials carry each value of a relation of `KnowledgePage`; one query.

    A material and its translations count once.
    """
    counted = (
        KnowledgePage.objects.published()
        .exclude(**{relation: None})
        .order_by()
        .values_list(relation)
        .annotate(Count("address", distinct=True))
    )
    return dict(counted)
