"""What a reader asks, as parsed from the parameters of an address, and the way back to an address."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from bilingual.folding import normalise

LONGEST_TEXT = 200
LAST_PAGE = 100
MOST_VALUES = 20
PAGE_SIZE = 10

RELEVANCE = "relevance"
DATE = "date"
TITLE = "title"
SORTS = (RELEVANCE, DATE, TITLE)

# Where words are looked for: everywhere, in the title, or in a section of this name.
EVERYWHERE = ""
SCOPES = (EVERYWHERE, "title", "results", "conditions", "steps")

_CONTROL = re.compile(r"[\x00-\x1f\x7f\s]+")


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One question, bounded: text ≤ 200 characters, page 1–100, ≤ 20 values a facet.

    Values of one facet widen (OR), facets narrow each other (AND). Without text it is a listing of
    all documents under its filters, newest first. `scope` is one of SCOPES: the part of documents in
    which the words must stand. `raw` asks for the words as typed, without correction. `counted` names
    the facets whose values are to be counted: the caller's wish, no part of an address.
    """

    text: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    scope: str = EVERYWHERE
    raw: bool = False
    counted: tuple[str, ...] = ()

    @classmethod
    def from_parameters(
        cls, parameters: QueryDict, known: Mapping[str, Container[str]]
    ) -> "SearchQuery":
        """The query of GET parameters. Whatever is not understood is left out, never an error.

        `known` gives the existing values of each facet that may be asked by; others are ignored.
        Parameter and facet share their name.
        """
        facets = {}
        for facet, values in known.items():
            asked = dict.fromkeys(parameters.getlist(facet)[:MOST_VALUES])
            if chosen := tuple(value for value in asked if value in values):
                facets[facet] = chosen
        sort = parameters.get("sort", RELEVANCE)
        scope = parameters.get("in", EVERYWHERE)
        return cls(
            text=clean_text(parameters.get("q", "")),
            facets=facets,
            sort=sort if sort in SORTS else RELEVANCE,
            page=_page(parameters.get("page", "")),
            scope=scope if scope in SCOPES else EVERYWHERE,
            raw=parameters.get("raw") == "1",
        )

    def parameters(self) -> list[tuple[str, str]]:
        """The GET parameters of this query, without those that say what goes without saying."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(facet, value) for facet, values in self.facets.items() for value in values]
        if self.scope:
            pairs.append(("in", self.scope))
        if self.raw:
            pairs.append(("raw", "1"))
        if self.sort != RELEVANCE:
            pairs.append(("sort", self.sort))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return pairs

    def fields(self, names: Container[str]) -> list[dict[str, str]]:
        """Those of the parameters as hidden fields {name, value} of a form."""
        return [
            {"name": name, "value": value} for name, value in self.parameters() if name in names
        ]

    def url(self, **changes: Any) -> str:
        """The address, relative to the page that lists, of this query with fields changed.

        Whatever changes, the list starts at its first page again unless `page` is given.
        """
        changed = replace(self, **{"page": 1, **changes})
        return f"?{urlencode(changed.parameters())}"

    def toggled(self, facet: str, value: str) -> str:
        """The address with one value of a facet chosen or, if it is, no longer chosen."""
        chosen = self.facets.get(facet, ())
        values = (
            tuple(other for other in chosen if other != value)
            if value in chosen
            else (*chosen, value)
        )
        facets = {**self.facets, facet: values}
        return self.url(facets={name: values for name, values in facets.items() if values})


def clean_text(text: str) -> str:
    """The question on one line, without control characters, cut at 200 characters."""
    return _CONTROL.sub(" ", normalise(text[: 4 * LONGEST_TEXT])).strip()[:LONGEST_TEXT].rstrip()


def _page(number: str) -> int:
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        return 1
    return min(max(int(number), 1), LAST_PAGE)
