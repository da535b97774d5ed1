"""What a reader has chosen in the filters, and which values are counted under which choices."""

from collections.abc import Mapping, Sequence
from typing import Any

from search.engines.elasticsearch.fields import facet_token
from search.engines.elasticsearch.queries import Query, any_of

Chosen = Mapping[str, tuple[str, ...]]
"""Values by facet."""

# More values of the facets together are not counted.
_MOST_VALUES = 10_000


def passing(chosen: Chosen) -> list[Query]:
    """What the choices ask of a document: one of the values of each facet."""
    return [
        any_of("facets", (facet_token(facet, value) for value in values))
        for facet, values in chosen.items()
    ]


def bases(counted: Sequence[str], chosen: Chosen) -> dict[str, list[str]]:
    """The facets counted together, by the one whose own choice is ignored ("" for none)."""
    found: dict[str, list[str]] = {}
    for facet in counted:
        found.setdefault(facet if facet in chosen else "", []).append(facet)
    return found


def without(chosen: Chosen, facet: str) -> Chosen:
    """The choices in the other facets."""
    return {name: values for name, values in chosen.items() if name != facet}


def tokens(facets: Sequence[str]) -> dict[str, Any]:
    """What counts the values of some facets."""
    names = "|".join(facet_token(facet, "") for facet in facets)
    return {"terms": {"field": "facets", "size": _MOST_VALUES, "include": f"({names}).*"}}
