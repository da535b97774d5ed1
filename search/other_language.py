"""Hits in the other language, offered where few are found in the chosen one."""

from dataclasses import dataclass

from search.results import SearchResults

# With fewer hits in the language chosen, those in the other one are offered.
FEW = 3


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """How many hits a filter of language leaves out; `url` is the query of the page without it."""

    count: int
    url: str


def other_language(results: SearchResults) -> OtherLanguage | None:
    """What the other language has, None where no language is chosen or enough is found.

    The facet of languages must be among the counted ones.
    """
    query = results.query
    chosen = query.facets.get("language", ())
    others = sum(
        count for value, count in results.facets.get("language", {}).items() if value not in chosen
    )
    if not (chosen and others and results.total < FEW):
        return None
    facets = {facet: values for facet, values in query.facets.items() if facet != "language"}
    return OtherLanguage(others, query.url(facets=facets))
