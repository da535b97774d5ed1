"""The embedded engine: contract, patience and what happens to a corrupt file."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from django.db import transaction

from search.analysis.vocabulary import Vocabulary
from search.engines.base import Progress
from search.engines.embedded import inspection
from search.engines.embedded.answering import answer
from search.engines.embedded.catalogue import Catalogue, generation_of
from search.engines.embedded.showing import Showing
from search.engines.embedded.store import BusyError, Store
from search.engines.embedded.titles import PublicTitles, Titles
from search.engines.embedded.upkeep import Upkeep
from search.engines.embedded.vocabulary import PublicWords
from search.engines.status import Status
from search.query import SearchQuery
from search.readers import Reader
from search.results import Hit, SearchResults
from search.synonym_records import current_thesaurus
from search.synonyms import NO_SYNONYMS
from search.terms import terms_of

Answer = TypeVar("Answer")

# A search waits this long for another process that indexes, then answers from what is there.
QUERY_PATIENCE = 1.0
# A search spends this long at most on making a whole index; what changed singly is always done.
QUERY_BUDGET = 2.0
PATIENCE = 60.0


class EmbeddedEngine:
    """See `search.engines.base.Engine`. Safe to share between threads and after a fork."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path)
        self._upkeep = Upkeep(self._store)
        self._catalogue = Catalogue()
        self._titles = Titles()
        self._words = PublicWords()

    def search(self, query: SearchQuery, reader: Reader, *, look: bool = True) -> SearchResults:
        """The hits of one page; see the contract."""
        return self._sound(lambda: self._search(query, reader, look))

    def titles(self) -> PublicTitles:
        """The titles of what everybody may read, as of what was committed before the call."""
        return self._sound(self._public_titles)

    def hit_of(self, key: str, reader: Reader) -> Hit | None:
        """The document of a key as a hit without a question, if the reader may see it."""
        return self._sound(lambda: self._hit_of(key, reader))

    def catch_up(self) -> None:
        """Work off the change log; raises `store.BusyError` after a minute of waiting for another."""
        self._sound(lambda: self._upkeep.catch_up(PATIENCE))

    def rebuild(self, progress: Progress | None = None) -> int:
        """Index everything anew, in place: searches find the old documents until the new are there."""
        return self._sound(lambda: self._upkeep.rebuild(PATIENCE, progress))

    def vocabulary(self) -> Vocabulary:
        """The words of the documents that everybody may see; nobody else's are ever suggested."""
        return self._sound(self._read_vocabulary)

    def _read_vocabulary(self) -> Vocabulary:
        self._caught_up()
        with self._store.reading() as connection:
            return self._words.vocabulary(connection, generation_of(connection))

    def status(self) -> Status:
        """What the index says of itself; see the contract."""
        with self._store.reading() as connection:
            return inspection.status(connection)

    def digests(self) -> dict[str, str]:
        """What the index holds; see the contract."""
        with self._store.reading() as connection:
            return inspection.digests(connection)

    def index(self, keys: Sequence[str]) -> None:
        """Index some documents afresh; see the contract."""
        self._upkeep.index(PATIENCE, keys)

    def _sound(self, work: Callable[[], Answer]) -> Answer:
        """Do the work; if the index file turns out to be corrupt, once more on a new one."""
        try:
            return work()
        except sqlite3.DatabaseError as error:
            if not self._store.discard_if_corrupt(error):
                raise
            return work()

    def _search(self, query: SearchQuery, reader: Reader, look: bool) -> SearchResults:
        current = self._caught_up() if look else True
        thesaurus = current_thesaurus() if query.text else NO_SYNONYMS
        with self._store.reading() as connection:
            snapshot = self._catalogue.snapshot(connection)
            return replace(answer(connection, snapshot, query, reader, thesaurus), current=current)

    def _hit_of(self, key: str, reader: Reader) -> Hit | None:
        with self._store.reading() as connection:
            snapshot = self._catalogue.snapshot(connection)
            row = connection.execute("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()
            if row is None or row[0] not in snapshot.visible(reader):
                return None
            showing = Showing(connection, snapshot, SearchQuery(), reader, terms_of(""), {})
            return showing.hit(row[0], strong=True)

    def _public_titles(self) -> PublicTitles:
        self._caught_up()
        with self._store.reading() as connection:
            return self._titles.public(connection, self._catalogue.snapshot(connection))

    def _caught_up(self) -> bool:
        """Catch up within the patience of a query; say whether nothing is owed any more."""
        if transaction.get_connection().in_atomic_block:
            return False
        try:
            return self._upkeep.catch_up(QUERY_PATIENCE, QUERY_BUDGET)
        except BusyError:
            return False
