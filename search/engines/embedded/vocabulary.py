"""The words that corrections may lead to: those of public documents, with how many have them."""

import sqlite3
import threading

from search.analysis.vocabulary import Vocabulary
from search.documents import PUBLIC
from search.engines.embedded.catalogue import Snapshot
from search.prepare import BREAK

_ALL_WORDS = "SELECT term, doc FROM words"
_FORMS = "SELECT forms FROM passages WHERE document = ?"
_SPELLINGS = "SELECT spellings FROM documents WHERE id = ?"


class PublicWords:
    """Keeps the vocabulary of the last generation that was asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._generation = -1
        self._vocabulary = Vocabulary({})

    def vocabulary(self, connection: sqlite3.Connection, snapshot: Snapshot) -> Vocabulary:
        """The words of the documents that everybody may see, in the state of the snapshot."""
        with self._lock:
            if self._generation != snapshot.generation:
                self._vocabulary = Vocabulary(_public_words(connection, snapshot))
                self._generation = snapshot.generation
            return self._vocabulary


def _public_words(connection: sqlite3.Connection, snapshot: Snapshot) -> dict[str, int]:
    """All words of the index, less what documents say that not everybody may see."""
    words = dict(connection.execute(_ALL_WORDS))
    words.pop(BREAK, None)
    for number, entry in snapshot.entries.items():
        if PUBLIC not in entry.visibility:
            for word in _words_of(connection, number):
                words[word] -= 1
    return {word: documents for word, documents in words.items() if documents > 0}


def _words_of(connection: sqlite3.Connection, number: int) -> set[str]:
    texts = [forms for (forms,) in connection.execute(_FORMS, (number,))]
    texts += [spellings for (spellings,) in connection.execute(_SPELLINGS, (number,))]
    return {word for text in texts for word in text.split(" ")} - {BREAK, ""}
