"""What the full-text table says of a stem, kept for frequent ones as long as their state of the index."""

import sqlite3
import threading
from array import array

from search.prepare import COLUMNS, TITLE
from search.weights import TITLE_WEIGHT

# A shorter list is read about as fast as it is found here; so many longer ones take at most some
# 15 MB with 20,000 documents.
LEAST_KEPT = 200
MOST_KEPT = 64

_WEIGHTS = ", ".join(str(TITLE_WEIGHT if column == TITLE else 1.0) for column in COLUMNS)
_QUERY = f"SELECT rowid, -bm25(stems, {_WEIGHTS}) FROM stems WHERE stems MATCH ?"

Postings = tuple["array[int]", "array[float]"]
"""Numbers of documents and their scores by FTS5's bm25()."""


class PostingsMemory:
    """The lists of one state of the index; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, Postings] = {}

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
                self._kept[expression] = found
                while len(self._kept) > MOST_KEPT:
                    self._kept.pop(next(iter(self._kept)))
        return found
