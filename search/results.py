"""What an engine answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from search.query import LAST_PAGE, SearchQuery


class Piece(NamedTuple):
    """A stretch of text, marked where it holds words of the question."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Snippet:
    """The best place of a document. `label` words the section it stands in, "" if it has no name."""

    pieces: Sequence[Piece]
    language: str
    section: str
    label: str


class StandIn(NamedTuple):
    """Words that were asked for, and those of the synonyms that stand for them in a hit."""

    asked: str
    found: str


@dataclass(frozen=True, slots=True)
class Version:
    """The same material in another language; `display` is its own for the interface language."""

    language: str
    display: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """One material in a list, in the interface language where it has that.

    `strong` is a hit as the reader asked; others are near. `snippet` is None where a document is
    nothing but its title. `display` is the document's own for the interface language. Score is in the engine's own unit: comparable within one list only.
    `found_in` is the version whose words were found where the one shown has none of them; the snippet
    is that version's then. `found_by` is the synonym where the words that were typed are not there.
    """

    key: str
    group: str
    kind: str
    language: str
    title: Sequence[Piece]
    snippet: Snippet | None
    display: Mapping[str, Any]
    strong: bool
    score: float
    found_in: Version | None = None
    found_by: StandIn | None = None

    @property
    def quoted(self) -> Mapping[str, Any]:
        """The display of the version that the snippet is taken from."""
        return self.found_in.display if self.found_in else self.display


@dataclass(frozen=True, slots=True)
class Correction:
    """A question mended. `text` is what `asked` was taken for, `kind` one of analysis.corrections.KINDS.

    `applied` is True where the hits are those of `text`, because the words as typed have no strong
    hit; else it is only offered.
    """

    kind: str
    text: str
    asked: str
    applied: bool


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of hits. `total` counts materials, of which `strong_total` are strong hits.

    `facets` counts, for each facet of `query.counted`, the hits that have a value and pass the choices
    made in the other facets: a facet's own choice does not change its counts. Values that no hit has
    are not there. `correction` is at most one, None for a question that was understood.
    `current` is True where the index held all that was committed before the search.
    `complete` is False while the index is being made for the first time. `stands_in` is True where the
    embedded index answers in the place of an Elasticsearch that does not.
    """

    query: SearchQuery
    hits: Sequence[Hit] = field(default_factory=tuple)
    total: int = 0
    strong_total: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    correction: Correction | None = None
    complete: bool = True
    current: bool = False
    stands_in: bool = False

    @property
    def page_count(self) -> int:
        """Number of pages that can be asked for."""
        return min(-(-self.total // self.query.page_size), LAST_PAGE)

    @property
    def only_near(self) -> bool:
        """Whether there are hits but none that is what was asked."""
        return bool(self.query.text) and self.total > 0 and self.strong_total == 0
