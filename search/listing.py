"""Lists without a question: the newest materials of a kind, a subject, the whole bank."""

from collections.abc import Mapping, Sequence

from search.engines.serving import engine
from search.query import PAGE_SIZE, SearchQuery
from search.readers import Reader
from search.results import SearchResults


def listing(
    reader: Reader,
    facets: Mapping[str, Sequence[str]] | None = None,
    page: int = 1,
    page_size: int = PAGE_SIZE,
) -> SearchResults:
    """The materials that have one of the values of each facet, newest first, each once.

    Any facet of the documents may be named, also one that readers cannot filter by.
    """
    chosen = {facet: tuple(values) for facet, values in (facets or {}).items()}
    query = SearchQuery(facets=chosen, page=page, page_size=page_size)
    return engine().search(query, reader)
