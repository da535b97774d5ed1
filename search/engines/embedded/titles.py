"""The titles of what everybody may read, in memory: what suggestions are made of."""

import sqlite3
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from search.documents import PUBLIC
from search.engines.embedded.catalogue import Snapshot
from search.prepare import TITLE

_TITLE = "SELECT text FROM passages WHERE document = ? AND field = ? ORDER BY place"


class Title(NamedTuple):
    """A title as it is written, and its language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class PublicTitles:
    """Titles of public documents, newest first, and the values that these have of each facet."""

    generation: int
    titles: Sequence[Title]
    values: Mapping[str, frozenset[str]]


class Titles:
    """Keeps the titles of one state of the index; reads only those of changed rows anew."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read: dict[int, tuple[int, Title]] = {}
        self._last = PublicTitles(-1, (), {})

    def public(self, connection: sqlite3.Connection, snapshot: Snapshot) -> PublicTitles:
        """The titles of the state that the connection and the snapshot see."""
        with self._lock:
            if self._last.generation != snapshot.generation:
                self._last = self._renewed(connection, snapshot)
            return self._last

    def _renewed(self, connection: sqlite3.Connection, snapshot: Snapshot) -> PublicTitles:
        numbers = [
            number for number, entry in snapshot.entries.items() if PUBLIC in entry.visibility
        ]
        read: dict[int, tuple[int, Title]] = {}
        values: dict[str, set[str]] = {}
        for number in sorted(numbers, key=snapshot.recency.__getitem__):
            entry, row = snapshot.entries[number], snapshot.rows[number]
            known = self._read.get(number)
            if known and known[0] == row:
                read[number] = known
            else:
                pieces = connection.execute(_TITLE, (number, TITLE))
                read[number] = (row, Title("".join(text for (text,) in pieces), entry.language))
            for facet, own in entry.facets.items():
                values.setdefault(facet, set()).update(own)
        self._read = read
        return PublicTitles(
            generation=snapshot.generation,
            titles=[title for _, title in read.values()],
            values={facet: frozenset(own) for facet, own in values.items()},
        )
