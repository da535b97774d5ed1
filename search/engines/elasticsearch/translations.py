"""Materials of which more than one document is a hit, as a material and its translation.

The server counts documents. Here it counts those that are one too many: all but one of each material.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.engines.elasticsearch import choices
from search.engines.elasticsearch.choices import Chosen
from search.engines.elasticsearch.queries import (
    NAMES_ONLY,
    STRONG,
    Query,
    all_of,
    any_of,
    is_named,
    named,
)

# Materials in one request: a server counts 65,536 pairs of material and value at once.
_MATERIALS = 1_000

# What need not be sent: the materials one by one.
UNSENT = "aggregations.**.materials"

# A material has a document a language.
_MOST_DOCUMENTS = 10_000


@dataclass(frozen=True, slots=True)
class Surplus:
    """Documents beyond one a material: of all hits that pass the filters, of the strong ones of these,
    and by facet whose own choice is ignored and token of a value ("" for facets without a choice).
    """

    documents: int
    strong: int
    tokens: Mapping[str, Counter[str]]


def requests(
    hits: Query,
    strong: Query | None,
    materials: Sequence[str],
    counted: Sequence[str],
    chosen: Chosen,
) -> list[dict[str, Any]]:
    """What asks for the surplus among the hits of some materials; `strong` is None where all are."""
    passing = choices.passing(chosen)
    wanted: dict[str, Any] = {"documents": _counted(all_of(*passing))}
    if strong is not None:
        wanted["strong"] = _counted(all_of(strong, *passing))
    for facet, together in choices.bases(counted, chosen).items():
        tokens = choices.tokens(together)
        tokens["aggs"] = _BEYOND_ONE
        others = all_of(*choices.passing(choices.without(chosen, facet)))
        wanted[f"facet {facet}"] = {"filter": others, "aggs": {"tokens": tokens}}
    return [
        {
            "size": 0,
            "track_total_hits": False,
            "query": all_of(any_of("group", materials[first : first + _MATERIALS]), hits),
            "aggs": wanted,
        }
        for first in range(0, len(materials), _MATERIALS)
    ]


def surplus(answers: Sequence[Mapping[str, Any]]) -> Surplus:
    """What the answers to all `requests` say together."""
    documents = strong = 0
    tokens: dict[str, Counter[str]] = {}
    for answer in answers:
        numbers = answer["aggregations"]
        documents += _beyond_one(numbers["documents"])
        strong += _beyond_one(numbers.get("strong", numbers["documents"]))
        for name, found in numbers.items():
            if "tokens" in found:
                facet = name.removeprefix("facet ")
                twice = {
                    bucket["key"]: _beyond_one(bucket) for bucket in found["tokens"]["buckets"]
                }
                tokens.setdefault(facet, Counter()).update(twice)
    return Surplus(documents, strong, tokens)


def documents_request(
    hits: Query, strong: Query | None, materials: Sequence[str]
) -> dict[str, Any]:
    """What asks for the hits of some materials, those that match best first."""
    return {
        "query": {
            "bool": {
                "must": [hits],
                "filter": [any_of("group", materials)],
                "should": [named(strong, STRONG)],
            }
        },
        "sort": [{"_score": "desc"}, {"published": "desc"}, {"key": "asc"}],
        **NAMES_ONLY,
        "size": _MOST_DOCUMENTS,
    }


def lesser(answer: Mapping[str, Any]) -> Iterator[str]:
    """The keys of all documents of a material but the best one, from that answer."""
    best: set[str] = set()
    for hit in sorted(answer["hits"]["hits"], key=lambda hit: not is_named(hit, STRONG)):
        material = hit["fields"]["group"][0]
        if material in best:
            yield hit["fields"]["key"][0]
        best.add(material)


_BEYOND_ONE: dict[str, Any] = {
    "materials": {"terms": {"field": "group", "size": _MATERIALS, "min_doc_count": 2}},
    "several": {"stats_bucket": {"buckets_path": "materials._count"}},
}


def _counted(query: Query) -> dict[str, Any]:
    return {"filter": query, "aggs": _BEYOND_ONE}


def _beyond_one(bucket: Mapping[str, Any]) -> int:
    several = bucket["several"]
    return int(several["sum"]) - int(several["count"])
