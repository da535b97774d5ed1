"""Filters and their counts: what a reader has chosen, and what else could be.

The server counts documents. A material and its translations count once, so the documents of materials of
which more than one is a hit are read by themselves, and what was counted twice is taken off.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.engines.elasticsearch.fields import facet_and_value, facet_token
from search.engines.elasticsearch.queries import Query, any_of

# More values of the facets together are not counted, more translated materials not told apart.
MOST_BUCKETS = 10_000

Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Translation:
    """A hit of a material of which another document is a hit too."""

    key: str
    group: str
    strong: bool
    score: float
    published: float
    facets: frozenset[str]

    def passes(self, chosen: Chosen) -> bool:
        """Whether it has one of the values chosen in each facet."""
        return all(
            any(facet_token(facet, value) in self.facets for value in values)
            for facet, values in chosen.items()
        )


def passing(chosen: Chosen) -> list[Query]:
    """What the choices ask of a document: one of the values of each facet."""
    return [
        any_of("facets", (facet_token(facet, value) for value in values))
        for facet, values in chosen.items()
    ]


def aggregations(counted: Sequence[str], chosen: Chosen, strong: Query | None) -> dict[str, Any]:
    """What the server is to count beside the hits; `strong` is None where every hit is."""
    wanted: dict[str, Any] = {
        "translated": {"terms": {"field": "group", "size": MOST_BUCKETS, "min_doc_count": 2}}
    }
    if strong is not None:
        wanted["strong"] = {"filter": {"bool": {"filter": [strong, *passing(chosen)]}}}
    for facet, together in _bases(counted, chosen).items():
        tokens = "|".join(facet_token(name, "") for name in together)
        wanted[f"facet {facet}"] = {
            "filter": {"bool": {"filter": passing(_without(chosen, facet))}},
            "aggs": {
                "tokens": {
                    "terms": {"field": "facets", "size": MOST_BUCKETS, "include": f"({tokens}).*"}
                }
            },
        }
    return wanted


def counts(
    answer: Mapping[str, Any],
    counted: Sequence[str],
    chosen: Chosen,
    translations: Collection[Translation],
) -> dict[str, dict[str, int]]:
    """The materials by value of each facet."""
    found: dict[str, dict[str, int]] = {facet: {} for facet in counted}
    for facet in _bases(counted, chosen):
        others = _without(chosen, facet)
        twice = _counted_twice(other for other in translations if other.passes(others))
        for bucket in answer[f"facet {facet}"]["tokens"]["buckets"]:
            name, value = facet_and_value(bucket["key"])
            found[name][value] = bucket["doc_count"] - twice[bucket["key"]]
    return found


def surplus(translations: Iterable[Translation]) -> int:
    """How many documents more there are than materials."""
    groups = Counter(translation.group for translation in translations)
    return groups.total() - len(groups)


def _bases(counted: Sequence[str], chosen: Chosen) -> dict[str, list[str]]:
    """The facets counted together, by the one whose own choice is ignored ("" for none)."""
    bases: dict[str, list[str]] = {}
    for facet in counted:
        bases.setdefault(facet if facet in chosen else "", []).append(facet)
    return bases


def _without(chosen: Chosen, facet: str) -> Chosen:
    return {name: values for name, values in chosen.items() if name != facet}


def _counted_twice(translations: Iterable[Translation]) -> Counter[str]:
    """By token of a facet: the documents that have it beyond one a material."""
    pairs = Counter(
        (translation.group, token) for translation in translations for token in translation.facets
    )
    twice: Counter[str] = Counter()
    for (_, token), number in pairs.items():
        twice[token] += number - 1
    return twice


def lesser(translations: Iterable[Translation]) -> Iterator[str]:
    """The keys of all hits of a material but the best one."""
    groups: dict[str, list[Translation]] = {}
    for translation in translations:
        groups.setdefault(translation.group, []).append(translation)
    for group in groups.values():
        group.sort(
            key=lambda found: (
                not found.strong,
                -found.score,
                -found.published,
                found.key,
            )
        )
        yield from (found.key for found in group[1:])
