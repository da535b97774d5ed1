"""Hits counted by the values of facets.

The server counts documents. A material and its translations count once, so the materials of which more
than one document is a hit are named as well: what is counted twice is then taken off (`translations`).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from search.engines.elasticsearch import choices
from search.engines.elasticsearch.choices import Chosen
from search.engines.elasticsearch.fields import facet_and_value
from search.engines.elasticsearch.queries import all_of
from search.engines.elasticsearch.translations import Surplus

# More translated materials are not told apart.
MOST_MATERIALS = 10_000


def aggregations(counted: Sequence[str], chosen: Chosen) -> dict[str, Any]:
    """What the server is to count beside the hits."""
    wanted: dict[str, Any] = {
        "translated": {"terms": {"field": "group", "size": MOST_MATERIALS, "min_doc_count": 2}}
    }
    for facet, together in choices.bases(counted, chosen).items():
        others = all_of(*choices.passing(choices.without(chosen, facet)))
        wanted[f"facet {facet}"] = {"filter": others, "aggs": {"tokens": choices.tokens(together)}}
    return wanted


def translated(answer: Mapping[str, Any]) -> list[str]:
    """The materials of which more than one document is a hit."""
    return [bucket["key"] for bucket in answer["translated"]["buckets"]]


def counts(
    answer: Mapping[str, Any], counted: Sequence[str], chosen: Chosen, surplus: Surplus
) -> dict[str, dict[str, int]]:
    """The materials by value of each facet."""
    found: dict[str, dict[str, int]] = {facet: {} for facet in counted}
    for facet in choices.bases(counted, chosen):
        twice = surplus.tokens.get(facet, {})
        for bucket in answer[f"facet {facet}"]["tokens"]["buckets"]:
            name, value = facet_and_value(bucket["key"])
            found[name][value] = bucket["doc_count"] - twice.get(bucket["key"], 0)
    return found
