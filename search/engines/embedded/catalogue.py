"""The narrow facts of every document, in memory: what filters, groups and orders hits."""

import json
import sqlite3
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from search.query import SearchQuery
from search.readers import Reader

# score × (length / mean length, at most 3) ^ 0.15: long documents are hurt by BM25's b of 0.75,
# which FTS5 does not let change.
LENGTH_EXPONENT = 0.15
LENGTH_LIMIT = 3.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One document. `published` in seconds since 1970, `length` in words."""

    material: str
    language: str
    published: float
    length: int
    facets: Mapping[str, frozenset[str]]
    visibility: frozenset[str]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The catalogue of one state of the index."""

    generation: int
    rows: Mapping[int, int]
    entries: Mapping[int, Entry]
    groups: Mapping[str, tuple[int, ...]]
    translated: frozenset[int]
    """The documents that are not alone in their group."""
    recency: Mapping[int, int]
    """The place of a document in the order newest first."""
    relative_lengths: Mapping[int, float]
    """The length of a document, that of a document of mean length being 1."""
    length_factors: Mapping[int, float]
    """What a document's score is multiplied by for its length."""
    _visible: dict[frozenset[str], frozenset[int]] = field(default_factory=dict)
    _values: dict[frozenset[str], dict[str, frozenset[str]]] = field(default_factory=dict)
    _documents: dict[str, dict[str, frozenset[int]]] = field(default_factory=dict)

    def admitted(self, query: SearchQuery, reader: Reader) -> frozenset[int]:
        """The documents that the reader may see and that pass the query's filters.

        Values of one facet widen (OR), facets narrow each other (AND).
        """
        visible = self._visible.get(reader.visibility)
        if visible is None:
            visible = frozenset(
                number
                for number, entry in self.entries.items()
                if not entry.visibility.isdisjoint(reader.visibility)
            )
            self._visible[reader.visibility] = visible
        for facet, values in query.facets.items():
            having = self._having(facet)
            visible &= frozenset().union(*(having.get(value, ()) for value in values))
        return visible

    def _having(self, facet: str) -> Mapping[str, frozenset[int]]:
        """The documents that have each value of a facet."""
        if facet not in self._documents:
            having: dict[str, set[int]] = {}
            for number, entry in self.entries.items():
                for value in entry.facets.get(facet, ()):
                    having.setdefault(value, set()).add(number)
            self._documents[facet] = {value: frozenset(own) for value, own in having.items()}
        return self._documents[facet]

    def facet_values(self, reader: Reader) -> Mapping[str, frozenset[str]]:
        """The values of each facet that some document visible to the reader has."""
        if reader.visibility not in self._values:
            values: dict[str, set[str]] = {}
            for entry in self.entries.values():
                if not entry.visibility.isdisjoint(reader.visibility):
                    for facet, own in entry.facets.items():
                        values.setdefault(facet, set()).update(own)
            self._values[reader.visibility] = {
                facet: frozenset(own) for facet, own in values.items()
            }
        return self._values[reader.visibility]


class Catalogue:
    """Keeps the last snapshot and reads only the rows that differ from it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = _snapshot(-1, {}, {})

    def snapshot(self, connection: sqlite3.Connection) -> Snapshot:
        """The catalogue of the state that this connection sees."""
        (generation,) = connection.execute("SELECT generation FROM state").fetchone()
        with self._lock:
            if self._last.generation != generation:
                self._last = _renewed(self._last, connection, generation)
            return self._last


def _renewed(last: Snapshot, connection: sqlite3.Connection, generation: int) -> Snapshot:
    rows = dict(connection.execute("SELECT id, generation FROM documents"))
    entries = {
        number: entry
        for number, entry in last.entries.items()
        if rows.get(number) == last.rows[number]
    }
    changed = [number for number in rows if number not in entries]
    for number in changed:
        entries[number] = _entry(connection, number)
    return _snapshot(generation, rows, entries)


def _entry(connection: sqlite3.Connection, number: int) -> Entry:
    material, language, published, length, facets, visibility = connection.execute(
        "SELECT material, language, published, length, facets, visibility"
        " FROM documents WHERE id = ?",
        (number,),
    ).fetchone()
    return Entry(
        material=material,
        language=language,
        published=published,
        length=length,
        facets={facet: frozenset(values) for facet, values in json.loads(facets).items()},
        visibility=frozenset(json.loads(visibility)),
    )


def _snapshot(generation: int, rows: Mapping[int, int], entries: Mapping[int, Entry]) -> Snapshot:
    groups: dict[str, tuple[int, ...]] = {}
    for number, entry in entries.items():
        groups[entry.material] = (*groups.get(entry.material, ()), number)
    newest_first = sorted(
        entries, key=lambda number: (-entries[number].published, entries[number].material, number)
    )
    mean = sum(entry.length for entry in entries.values()) / max(len(entries), 1)
    lengths = {number: max(entry.length, 1) / max(mean, 1.0) for number, entry in entries.items()}
    return Snapshot(
        generation=generation,
        rows=rows,
        entries=entries,
        groups=groups,
        translated=frozenset(
            number for group in groups.values() if len(group) > 1 for number in group
        ),
        recency={number: place for place, number in enumerate(newest_first)},
        relative_lengths=lengths,
        length_factors={
            number: min(length, LENGTH_LIMIT) ** LENGTH_EXPONENT
            for number, length in lengths.items()
        },
    )
