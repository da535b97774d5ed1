"""What the full-text table says of a stem, kept for frequent ones as long as their state of the index."""

import sqlite3
import threading
from array import array

from search.prepare import COLUMNS, TITLE
from search.weights import TITLE_WEIGHT

# A shorter list is read about as fast as it is found here. What all lists together may hold, in
# documents of 16 bytes each.
LEAST_KEPT = 50
MOST_KEPT = 1_000_000

_WEIGHTS = ", ".join(str(TITLE_WEIGHT if column == TITLE else 1.0) for column in COLUMNS)
_QUERY = f"SELECT rowid, -bm25(stems, {_WEIGHTS}) FROM stems WHERE stems MATCH ?"

Postings = tuple["array[int]", "array[float]"]
"""Numbers of documents and their scores by FTS5's bm25()."""


class PostingsMemory:
    """The lists of one state of the index; safe to share between threads.

    `common_grams` are the pieces seen so far that too many documents have to say anything.
    """

    def __init__(self) -> None:
        self.common_grams: set[str] = set()
        self._lock = threading.Lock()
        self._kept: dict[str, Postings] = {}
        self._size = 0

    def postings(self, connection: sqlite3.Connection, expression: str) -> Postings:
        """Who has what the expression of FTS5 asks for, with scores; `connection` sees that state."""
        with self._lock:
            kept = self._kept.pop(expression, None)
            if kept is not None:
                self._kept[expression] = kept
                return kept
        rows = connection.execute(_QUERY, (expression,)).fetchall()
        found = array("q", (number for number, _ in rows)), array("d", (score for _, score in rows))
        if len(rows) >= LEAST_KEPT:
            with self._lock:
                if expression not in self._kept:
                    self._kept[expression] = found
                    self._size += len(rows)
                while self._size > MOST_KEPT:
                    self._size -= len(self._kept.pop(next(iter(self._kept)))[0])
        return found
