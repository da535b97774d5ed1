"""The words that corrections may lead to: those of public documents, with how many have them."""

import sqlite3
import threading
from collections.abc import Collection, Iterable

from search.analysis.vocabulary import Vocabulary
from search.prepare import BREAK

FORM, SPELLING, STEM = ("form", "spelling", "stem")

Counted = set[tuple[str, str]]
"""Words of a document, each with its kind: every one of them counts once."""

_ADD = (
    "INSERT INTO public_words (kind, word, documents) VALUES (?, ?, 1)"
    " ON CONFLICT DO UPDATE SET documents = documents + 1"
)
_TAKE = "UPDATE public_words SET documents = documents - 1 WHERE kind = ? AND word = ?"
_FORGET = "DELETE FROM public_words WHERE documents = 0"
_READ = "SELECT word, documents FROM public_words WHERE kind = ? ORDER BY word"


class PublicWords:
    """Keeps the vocabulary of the last generation that was asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._generation = -1
        self._vocabulary = Vocabulary({}, {}, ())

    def vocabulary(self, connection: sqlite3.Connection, generation: int) -> Vocabulary:
        """The words of the documents that everybody may see, in the state of this generation."""
        with self._lock:
            if self._generation != generation:
                forms, spellings, stems = (
                    dict(connection.execute(_READ, (kind,))) for kind in (FORM, SPELLING, STEM)
                )
                self._vocabulary = Vocabulary(forms, spellings, stems)
                self._generation = generation
            return self._vocabulary


def counted_words(
    stems: Iterable[str], forms: Iterable[str], spellings: Collection[str]
) -> Counted:
    """The words of a document, given as its passages have them: parted by spaces."""
    counted = {(SPELLING, spelling) for spelling in spellings}
    for kind, texts in ((FORM, forms), (STEM, stems)):
        counted.update((kind, word) for text in texts for word in text.split(" "))
    return counted - {(FORM, BREAK), (FORM, ""), (STEM, "")}


def count_public_words(connection: sqlite3.Connection, gone: Counted, come: Counted) -> None:
    """Note what a document, or what took its place, has said and says to everybody."""
    taken, added = gone - come, come - gone
    connection.executemany(_TAKE, sorted(taken))
    connection.executemany(_ADD, sorted(added))
    if taken:
        connection.execute(_FORGET)
