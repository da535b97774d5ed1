"""A list in the order of its titles: those that are shown.

A material has its title in the reader's language, where there is one that passes, also when the words of
the question stand only in the other translation.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from search.engines.elasticsearch import choices
from search.engines.elasticsearch.counting import MOST_MATERIALS
from search.engines.elasticsearch.queries import (
    NAMES_ONLY,
    STRONG,
    Query,
    any_of,
    either,
    is_named,
    without,
)
from search.engines.elasticsearch.server import Searching
from search.query import SearchQuery
from search.readers import Reader

Found = Mapping[str, Any]


def by_title(
    searching: Searching, index: str, request: Mapping[str, Any], query: SearchQuery, reader: Reader
) -> list[Found]:
    """A page of hits; `request` asks for that page of the list, ordered by titles."""
    listed = request["query"]
    titles = _titles(searching, index, listed, query, reader)
    others = {
        "bool": {
            "filter": [any_of("group", titles)],
            "must_not": [{"term": {"language": reader.language}}],
        }
    }
    titled = without(either(listed, any_of("key", list(titles.values()))), others)
    page = searching.search(index, {**request, "query": titled})["hits"]["hits"]
    found = _found(
        searching, index, listed, [group for group in map(_group, page) if group in titles]
    )
    return [found.get(_group(hit), hit) for hit in page]


def _titles(
    searching: Searching, index: str, listed: Query, query: SearchQuery, reader: Reader
) -> dict[str, str]:
    """The documents that lend their titles to hits in another language: keys by material."""
    passing = choices.passing(query.facets)
    own = {"term": {"language": reader.language}}
    groups = searching.search(
        index,
        {
            "size": 0,
            "query": {"bool": {"filter": [listed, *passing], "must_not": [own]}},
            "aggs": {"groups": {"terms": {"field": "group", "size": MOST_MATERIALS}}},
        },
    )["aggregations"]["groups"]["buckets"]
    if not groups:
        return {}
    visible = any_of("visibility", sorted(reader.visibility))
    of_groups = any_of("group", [bucket["key"] for bucket in groups])
    lending = searching.search(
        index,
        {
            "query": {"bool": {"filter": [of_groups, own, visible, *passing]}},
            "size": MOST_MATERIALS,
            **NAMES_ONLY,
        },
    )
    return {_group(hit): hit["fields"]["key"][0] for hit in lending["hits"]["hits"]}


def _found(
    searching: Searching, index: str, listed: Query, groups: Sequence[str]
) -> dict[str, Found]:
    """By material, the document that was found: the strong one, or the one that matches best."""
    if not groups:
        return {}
    answer = searching.search(
        index,
        {
            "query": {"bool": {"must": [listed], "filter": [any_of("group", groups)]}},
            "size": MOST_MATERIALS,
            **NAMES_ONLY,
        },
    )
    hits = sorted(answer["hits"]["hits"], key=lambda hit: (is_named(hit, STRONG), hit["_score"]))
    return {_group(hit): hit for hit in hits}


def _group(hit: Found) -> str:
    return str(hit["fields"]["group"][0])
