"""From a question to a page of hits, in five requests or so.

The first reads the numbers that scoring needs, the second the best score, by which the list of hits is
cut (`search.hits`), the third the list with its counts, the last the documents to be shown. Between them
one more where several translations of a material are hits; an order by titles asks for more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.engines.elasticsearch import counting
from search.engines.elasticsearch.counting import MOST_BUCKETS, Translation
from search.engines.elasticsearch.matching import Matching, excluded, near
from search.engines.elasticsearch.numbers import read_numbers
from search.engines.elasticsearch.queries import (
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

    `scored` is everything from which the list was cut, `words` finds it without a score; all three are
    None where there is no question.
    """

    hits: Query
    strong: Query | None = None
    scored: Query | None = None
    words: Query | None = None


def answer(
    searching: Searching,
    index: str,
    query: SearchQuery,
    reader: Reader,
    thesaurus: Thesaurus,
) -> SearchResults:
    """The page of hits that a query asks for; raises `server.UnavailableError`."""
    terms = terms_of(query.text, thesaurus)
    listed = list_of(searching, index, terms, query.scope, reader)
    request = _request(listed, query)
    request["aggs"] = counting.aggregations(query.counted, query.facets, listed.strong)
    found = searching.search(index, request)
    numbers = found["aggregations"]
    translations = _translations(searching, index, listed, numbers["translated"]["buckets"])
    passing = [other for other in translations if other.passes(query.facets)]
    hits = found["hits"]["hits"]
    if query.sort == TITLE:
        hits = by_title(searching, index, _request(listed, query), query, reader)
    elif passing and query.sort == DATE and listed.words:
        keys = list(counting.lesser(passing))
        request = _request(listed, query)
        request["query"]["bool"]["must_not"] = [any_of("key", keys)]
        hits = searching.search(index, request)["hits"]["hits"]
    documents = found["hits"]["total"]["value"]
    strong = documents if listed.strong is None else numbers["strong"]["doc_count"]
    showing = Showing(searching, index, query, reader, terms, listed.words)
    return SearchResults(
        query=query,
        hits=showing.hits(hits),
        total=documents - counting.surplus(passing),
        strong_total=strong - counting.surplus(other for other in passing if other.strong),
        facets=counting.counts(numbers, query.counted, query.facets, translations),
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
    listed = list_of(searching, index, terms, query.scope, reader)
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
            "_source": False,
            "docvalue_fields": ["key"],
        },
    )
    hits = [(hit["fields"]["key"][0], hit) for hit in found["hits"]["hits"]]
    return Ranking(
        keys=[key for key, _ in hits],
        scores=[hit["_score"] for _, hit in hits],
        shown=[key for key, hit in hits if is_named(hit, _LISTED)],
        strong=[key for key, hit in hits if is_named(hit, _LISTED) and is_named(hit, STRONG)],
    )


def list_of(searching: Searching, index: str, terms: Terms, scope: str, reader: Reader) -> Listed:
    """The hits of a question among what the reader may see."""
    visible = any_of("visibility", sorted(reader.visibility))
    limits = {"filter": [visible], "must_not": [excluded(terms, scope)]}
    if not terms.words:
        return Listed({"bool": limits})
    matching = Matching(terms, read_numbers(searching, index, terms, scope), scope)
    strong = matching.strong()
    similar = False
    best, materials = best_of(searching, index, matching, limits, similar=similar)
    if not materials and scope == EVERYWHERE:
        similar = True
        best, _ = best_of(searching, index, matching, limits, similar=similar)
    scored = matching.scored(similar=similar)
    least = best * (NEAR_SCORE if materials >= ENOUGH_STRONG else LOOSE_SCORE)
    filters = [visible, either(strong, near(scored, least))]
    if materials:
        filters.extend(matching.required())
    hits = {"bool": {**limits, "must": [scored], "filter": filters}}
    admitted = {"bool": {**limits, "must": [scored]}}
    return Listed(hits, strong, admitted, matching.found(similar=similar))


def best_of(
    searching: Searching,
    index: str,
    matching: Matching,
    limits: Mapping[str, Any],
    *,
    similar: bool,
) -> tuple[float, int]:
    """The best score that a reader may see, and the number of materials among the strong hits."""
    scored = matching.scored(similar=similar)
    materials = {"cardinality": {"field": "group"}}
    found = searching.search(
        index,
        {
            "size": 1,
            "_source": False,
            "track_total_hits": False,
            "query": {"bool": {**limits, "must": [scored]}},
            "aggs": {STRONG: {"filter": matching.strong(), "aggs": {"materials": materials}}},
        },
    )
    strong = found["aggregations"][STRONG]["materials"]["value"]
    return found["hits"]["max_score"] or 0.0, strong


def _request(listed: Listed, query: SearchQuery) -> dict[str, Any]:
    """The page of the list that passes the filters, one document a material."""
    first = min((query.page - 1) * query.page_size, DEEPEST - query.page_size)
    return {
        "query": {"bool": {"must": [listed.hits], "should": [named(listed.strong, STRONG)]}},
        "post_filter": all_of(*counting.passing(query.facets)),
        "collapse": {"field": "group"},
        "sort": _order(query, listed),
        "track_scores": True,
        "track_total_hits": True,
        "from": first,
        "size": query.page_size,
        "_source": False,
        "docvalue_fields": ["key", "group"],
    }


def _order(query: SearchQuery, listed: Listed) -> list[Any]:
    if query.sort == TITLE:
        return [{"title_key": "asc"}, *NEWEST_FIRST]
    if query.sort == DATE or listed.words is None:
        return NEWEST_FIRST
    return [{"_score": "desc"}, *NEWEST_FIRST]


def _translations(
    searching: Searching, index: str, listed: Listed, buckets: Sequence[Mapping[str, Any]]
) -> list[Translation]:
    """The hits of materials of which more than one document is a hit."""
    if not buckets:
        return []
    groups = any_of("group", [bucket["key"] for bucket in buckets])
    found = searching.search(
        index,
        {
            "query": {
                "bool": {
                    "must": [listed.hits],
                    "filter": [groups],
                    "should": [named(listed.strong, STRONG)],
                }
            },
            "size": MOST_BUCKETS,
            "_source": False,
            "docvalue_fields": ["key", "group", "published", "facets"],
        },
    )
    return [_translation(hit, strong=listed.strong is None) for hit in found["hits"]["hits"]]


def _translation(hit: Mapping[str, Any], *, strong: bool) -> Translation:
    fields = hit["fields"]
    return Translation(
        key=fields["key"][0],
        group=fields["group"][0],
        strong=strong or is_named(hit, STRONG),
        score=hit["_score"],
        published=fields["published"][0],
        facets=frozenset(fields.get("facets", ())),
    )
