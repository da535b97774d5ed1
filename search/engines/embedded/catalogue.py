"""The narrow facts of every document, in memory: what filters, groups and orders hits."""

import sqlite3
import threading
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from search.engines.embedded.entries import Entry, read_entry
from search.engines.embedded.facets import Masks, changed_masks, mask_of
from search.engines.embedded.postings import PostingsMemory
from search.readers import Reader
from search.weights import LENGTH_EXPONENT, LENGTH_LIMIT


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The catalogue of one state of the index."""

    generation: int
    rows: Mapping[int, int]
    entries: Mapping[int, Entry]
    groups: Mapping[str, Sequence[int]]
    translated: frozenset[int]
    """The documents that are not alone in their group."""
    recency: Mapping[int, int]
    """The place of a document in the order newest first."""
    relative_lengths: Mapping[int, float]
    """The length of a document, that of a document of mean length being 1."""
    length_factors: Mapping[int, float]
    """What a document's score is multiplied by for its length."""
    masks: Masks
    """The documents that have each value of a facet."""
    postings: PostingsMemory = field(default_factory=PostingsMemory)
    _visible: dict[frozenset[str], frozenset[int]] = field(default_factory=dict)
    _visible_masks: dict[frozenset[str], int] = field(default_factory=dict)

    def visible(self, reader: Reader) -> frozenset[int]:
        """The documents that the reader may see."""
        visible = self._visible.get(reader.visibility)
        if visible is None:
            visible = frozenset(
                number
                for number, entry in self.entries.items()
                if not entry.visibility.isdisjoint(reader.visibility)
            )
            self._visible[reader.visibility] = visible
        return visible

    def visible_mask(self, reader: Reader) -> int:
        """The mask of the documents that the reader may see."""
        if reader.visibility not in self._visible_masks:
            self._visible_masks[reader.visibility] = mask_of(self.visible(reader))
        return self._visible_masks[reader.visibility]

    def materials_among(self, numbers: Set[int]) -> int:
        """How many materials the documents are: a material and its translations count once."""
        translated = self.translated & numbers
        materials = {self.entries[number].material for number in translated}
        return len(numbers) - len(translated) + len(materials)


class Catalogue:
    """Keeps the last snapshot and reads only the rows that differ from it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = _snapshot(-1, {}, {}, {})

    def snapshot(self, connection: sqlite3.Connection) -> Snapshot:
        """The catalogue of the state that this connection sees."""
        generation = generation_of(connection)
        with self._lock:
            if self._last.generation != generation:
                self._last = _renewed(self._last, connection, generation)
            return self._last


def generation_of(connection: sqlite3.Connection) -> int:
    """Which state of the index this connection sees."""
    (generation,) = connection.execute("SELECT generation FROM state").fetchone()
    return int(generation)


def _renewed(last: Snapshot, connection: sqlite3.Connection, generation: int) -> Snapshot:
    rows = dict(connection.execute("SELECT id, generation FROM documents"))
    entries = {
        number: entry
        for number, entry in last.entries.items()
        if rows.get(number) == last.rows[number]
    }
    gone = {number: entry for number, entry in last.entries.items() if number not in entries}
    come = {number: read_entry(connection, number) for number in rows if number not in entries}
    masks = changed_masks(last.masks, gone, come)
    return _snapshot(generation, rows, {**entries, **come}, masks)


def _snapshot(
    generation: int, rows: Mapping[int, int], entries: Mapping[int, Entry], masks: Masks
) -> Snapshot:
    groups: dict[str, list[int]] = {}
    for number, entry in entries.items():
        groups.setdefault(entry.material, []).append(number)
    newest_first = sorted(
        (-entry.published, entry.material, number) for number, entry in entries.items()
    )
    mean = max(sum(entry.length for entry in entries.values()) / max(len(entries), 1), 1.0)
    lengths = {number: max(entry.length, 1) / mean for number, entry in entries.items()}
    return Snapshot(
        generation=generation,
        rows=rows,
        entries=entries,
        groups=groups,
        translated=frozenset(
            number for group in groups.values() if len(group) > 1 for number in group
        ),
        recency={number: place for place, (_, _, number) in enumerate(newest_first)},
        relative_lengths=lengths,
        length_factors={
            number: min(length, LENGTH_LIMIT) ** LENGTH_EXPONENT
            for number, length in lengths.items()
        },
        masks=masks,
    )
