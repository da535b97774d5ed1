"""From a question to a page of hits, in four requests or so.

The first reads the numbers that scoring needs, the second the best score, by which the list of hits is
cut (`search.hits`; a question of one word goes without), the third the list with its counts, the last
the documents to be shown and those of materials of which several translations are hits. An order by
dates or titles may ask for more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from search.engines.elasticsearch import choices, counting, translations
from search.engines.elasticsearch.choices import Chosen
from search.engines.elasticsearch.matching import Matching, excluded, near
from search.engines.elasticsearch.numbers import read_numbers
from search.engines.elasticsearch.queries import (
    NAMES_ONLY,
    STRONG,
    Query,
    all_of,
    any_of,
    either,
    is_named,
    named,
)
from search.engines.elasticsearch.server import Searching
from search.engines.elasticsearch.showing import Showing
from search.engines.elasticsearch.title_order import by_title
from search.engines.ranking import Ranking
from search.hits import ENOUGH_STRONG, LOOSE_SCORE, NEAR_SCORE
from search.query import DATE, EVERYWHERE, TITLE, SearchQuery
from search.readers import Reader
from search.results import SearchResults
from search.synonyms import Thesaurus
from search.terms import Terms, terms_of

# The deepest place that a server gives without being asked for more.
DEEPEST = 10_000

_LISTED = "listed"

NEWEST_FIRST = [{"published": "desc"}, {"group": "asc"}, {"key": "asc"}]


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of hits before any filter: `hits` with their score, `strong` those of them that are.

    `strong_documents` counts the strong ones that pass the filters, None if all do. `scored` is
    everything from which the list was cut, `words` finds it without a score; `strong` and these are None
    where there is no question.
    """

    hits: Query
    strong: Query | None = None
    strong_documents: int | None = None
    scored: Query | None = None
    words: Query | None = None


class Best(NamedTuple):
    """The best score; the materials among the strong hits; those of their documents that pass."""

    score: float
    materials: int
    documents: int


def answer(
    searching: Searching,
    index: str,
    query: SearchQuery,
    reader: Reader,
    thesaurus: Thesaurus,
) -> SearchResults:
    """The page of hits that a query asks for; raises `server.UnavailableError`."""
    terms = terms_of(query.text, thesaurus)
    listed = list_of(searching, index, terms, query.scope, reader, query.facets)
    request = _request(listed, query)
    request["aggs"] = counting.aggregations(query.counted, query.facets)
    found = searching.search(index, request)
    numbers, hits = found["aggregations"], found["hits"]["hits"]
    materials = counting.translated(numbers)
    if query.sort == TITLE:
        hits = by_title(searching, index, _request(listed, query), query, reader)
    elif query.sort == DATE and listed.words and materials:
        hits = _best_versions(searching, index, listed, query, materials)
    showing = Showing(query, reader, terms, listed.words)
    asked = translations.requests(
        listed.hits, listed.strong, materials, query.counted, query.facets
    )
    shown = [showing.request(hits)] if hits else []
    answers = searching.searches(index, [*shown, *asked], translations.UNSENT)
    surplus = translations.surplus(answers[len(shown) :])
    documents = found["hits"]["total"]["value"]
    strong = documents if listed.strong_documents is None else listed.strong_documents
    return SearchResults(
        query=query,
        hits=showing.hits(hits, answers[0]) if hits else [],
        total=documents - surplus.documents,
        strong_total=strong - surplus.strong,
        facets=counting.counts(numbers, query.counted, query.facets, surplus),
    )


def ranked(
    searching: Searching,
    index: str,
    query: SearchQuery,
    reader: Reader,
    most: int,
    thesaurus: Thesaurus,
) -> Ranking:
    """The whole order by score that the hits are taken from, the first `most` of it."""
    terms = terms_of(query.text, thesaurus)
    if not terms.words:
        return Ranking([], [], [], [])
    listed = list_of(searching, index, terms, query.scope, reader, {})
    found = searching.search(
        index,
        {
            "query": {
                "bool": {
                    "must": [listed.scored],
                    "should": [named(listed.hits, _LISTED), named(listed.strong, STRONG)],
                }
            },
            "collapse": {"field": "group"},
            "sort": [{"_score": "desc"}, *NEWEST_FIRST],
            "size": most,
            **NAMES_ONLY,
        },
    )
    hits = [(hit["fields"]["key"][0], hit) for hit in found["hits"]["hits"]]
    return Ranking(
        keys=[key for key, _ in hits],
        scores=[hit["_score"] for _, hit in hits],
        shown=[key for key, hit in hits if is_named(hit, _LISTED)],
        strong=[key for key, hit in hits if is_named(hit, _LISTED) and is_named(hit, STRONG)],
    )


def list_of(
    searching: Searching, index: str, terms: Terms, scope: str, reader: Reader, chosen: Chosen
) -> Listed:
    """The hits of a question among what the reader may see."""
    visible = any_of("visibility", sorted(reader.visibility))
    limits = {"filter": [visible], "must_not": [excluded(terms, scope)]}
    if not terms.words:
        return Listed({"bool": limits})
    numbers = read_numbers(searching, index, terms, scope, {"bool": limits})
    matching = Matching(terms, numbers, scope)
    strong = matching.strong()
    if matching.finds_strong_only:
        scored = {"bool": {**limits, "must": [matching.scored(similar=False)]}}
        return Listed(scored, strong, None, scored, matching.found(similar=False))
    similar = False
    best = best_of(searching, index, matching, limits, chosen, similar=similar)
    if not best.materials and scope == EVERYWHERE:
        similar = True
        best = best_of(searching, index, matching, limits, chosen, similar=similar)
    scored = matching.scored(similar=similar)
    least = best.score * (NEAR_SCORE if best.materials >= ENOUGH_STRONG else LOOSE_SCORE)
    filters = [visible, either(strong, near(scored, least))]
    if best.materials:
        filters.extend(matching.required())
    return Listed(
        hits={"bool": {**limits, "must": [scored], "filter": filters}},
        strong=strong,
        strong_documents=best.documents,
        scored={"bool": {**limits, "must": [scored]}},
        words=matching.found(similar=similar),
    )


def best_of(
    searching: Searching,
    index: str,
    matching: Matching,
    limits: Mapping[str, Any],
    chosen: Chosen,
    *,
    similar: bool,
) -> Best:
    """The best of what a reader may see, whatever is chosen, and the strong hits that pass."""
    scored = matching.scored(similar=similar)
    counted = {
        "materials": {"cardinality": {"field": "group"}},
        "passing": {"filter": all_of(*choices.passing(chosen))},
    }
    found = searching.search(
        index,
        {
            "size": 1,
            **NAMES_ONLY,
            "track_total_hits": False,
            "query": {"bool": {**limits, "must": [scored]}},
            "aggs": {STRONG: {"filter": matching.strong(), "aggs": counted}},
        },
    )
    strong = found["aggregations"][STRONG]
    return Best(
        score=found["hits"]["max_score"] or 0.0,
        materials=strong["materials"]["value"],
        documents=strong["passing"]["doc_count"],
    )


def _best_versions(
    searching: Searching, index: str, listed: Listed, query: SearchQuery, materials: Sequence[str]
) -> list[Any]:
    """A page in the order of dates, each material by its document that matches best."""
    asked = translations.documents_request(listed.hits, listed.strong, materials)
    asked["post_filter"] = all_of(*choices.passing(query.facets))
    lesser = list(translations.lesser(searching.search(index, asked)))
    request = _request(listed, query)
    request["query"]["bool"]["must_not"] = [any_of("key", lesser)]
    return list(searching.search(index, request)["hits"]["hits"])


def _request(listed: Listed, query: SearchQuery) -> dict[str, Any]:
    """The page of the list that passes the filters, one document a material."""
    first = min((query.page - 1) * query.page_size, DEEPEST - query.page_size)
    return {
        "query": {"bool": {"must": [listed.hits], "should": [named(listed.strong, STRONG)]}},
        "post_filter": all_of(*choices.passing(query.facets)),
        "collapse": {"field": "group"},
        "sort": _order(query, listed),
        "track_scores": True,
        "track_total_hits": True,
        "from": first,
        "size": query.page_size,
        **NAMES_ONLY,
    }


def _order(query: SearchQuery, listed: Listed) -> list[Any]:
    if query.sort == TITLE:
        return [{"title_key": "asc"}, *NEWEST_FIRST]
    if query.sort == DATE or listed.words is None:
        return NEWEST_FIRST
    return [{"_score": "desc"}, *NEWEST_FIRST]
