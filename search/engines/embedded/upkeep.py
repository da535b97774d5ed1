"""Keeping the embedded index in step with the change log.

Which rows of the log are worked off is kept in the index file, in the transaction that does the work:
after a crash either both are there or neither. Making everything anew ("renewal") goes in batches and
remembers how far it came; single changes are worked off between its batches.
"""

import logging
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from search import changes, sources
from search.engines.base import Progress
from search.engines.embedded.store import Store
from search.engines.embedded.writer import put, remove
from search.models import Change
from search.synonym_records import current_thesaurus

logger = logging.getLogger(__name__)

# Documents per transaction of a renewal: half a second to two of work for the lock's other takers.
BATCH = 50


class Upkeep:
    """Works off what the change log owes to the index in one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def catch_up(self, patience: float, budget: float | None = None) -> bool:
        """Bring the index up to date; waits at most `patience` seconds for another writer (BusyError).

        Single changes are always worked off; a renewal stops after `budget` seconds, if given, and
        goes on at the next call. Returns whether nothing is owed any more.
        """
        with self._store.reading() as connection:
            if _in_step(connection):
                return True
        started = time.monotonic()
        with self._store.writing(patience) as connection:
            _work_off(connection)
        self._renew(patience, None if budget is None else started + budget, None)
        with self._store.reading() as connection:
            return _renewal(connection) is None

    def rebuild(self, patience: float, progress: Progress | None) -> int:
        """Index every document anew; returns how many there are."""
        with self._store.writing(patience) as connection:
            _work_off(connection, renewing=True)
        done = self._renew(patience, None, progress)
        with self._store.writing(patience) as connection:
            optimise(connection)
        self._store.discard_other_versions()
        return done

    def index(self, patience: float, keys: Sequence[str]) -> None:
        """Index the documents of these keys afresh; a key that yields none is removed."""
        for batch in _batches(keys):
            with self._store.writing(patience) as connection:
                _index(connection, batch)

    def _renew(self, patience: float, deadline: float | None, progress: Progress | None) -> int:
        """Index in order of keys all documents that a renewal has not reached; returns their number."""
        with self._store.reading() as connection:
            reached = _renewal(connection)
        if reached is None:
            return 0
        every = sorted(sources.all_keys())
        keys = [key for key in every if key > reached]
        if not reached:
            with self._store.writing(patience) as connection:
                _remove_all_but(connection, every)
        done = 0
        for batch in _batches(keys):
            if deadline is not None and time.monotonic() >= deadline:
                return done
            with self._store.writing(patience) as connection:
                _index(connection, batch)
                connection.execute("UPDATE state SET renewal = ?", (batch[-1],))
            done += len(batch)
            if progress is not None:
                progress(done, len(keys))
        with self._store.writing(patience) as connection:
            connection.execute("UPDATE state SET renewal = NULL, complete = 1")
        return done


def optimise(connection: sqlite3.Connection) -> None:
    """Merge the pieces in which the full-text tables were written; searches read faster then."""
    for table in ("stems", "forms", "grams", "long_passages"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _in_step(connection: sqlite3.Connection) -> bool:
    settled, renewal = connection.execute("SELECT settled, renewal FROM state").fetchone()
    applied = connection.execute(
        "SELECT count(*), coalesce(sum(nonce), 0) FROM applied WHERE id > ?", (settled,)
    ).fetchone()
    return renewal is None and changes.fingerprint_after(settled) == applied


def _work_off(connection: sqlite3.Connection, *, renewing: bool = False) -> None:
    """Index what the rows not yet worked off name, and note them as done.

    Where everything is indexed anew afterwards, or for the first time, the rows are only noted.
    """
    (settled,) = connection.execute("SELECT settled FROM state").fetchone()
    rows = changes.changes_after(settled)
    settled = _forget_pruned(connection, settled, rows)
    applied = set(connection.execute("SELECT id, nonce FROM applied WHERE id > ?", (settled,)))
    if applied - {(change.pk, change.nonce) for change in rows}:
        logger.warning("The database is not the one this index was made of; it is made anew.")
        connection.execute("DELETE FROM applied")
        connection.execute("UPDATE state SET settled = 0, renewal = ''")
        applied = set()
        rows = changes.changes_after(0)
    owed = [change for change in rows if (change.pk, change.nonce) not in applied]
    if renewing or any(change.kind == Change.Kind.EVERYTHING for change in owed):
        connection.execute("UPDATE state SET renewal = ''")
    if not renewing and not _is_empty(connection):
        _index_changed(connection, owed)
    connection.executemany(
        "INSERT OR REPLACE INTO applied VALUES (?, ?)",
        ((change.pk, change.nonce) for change in owed),
    )
    if (settled := changes.settled_before(rows)) is not None:
        connection.execute("UPDATE state SET settled = ?", (settled,))
        connection.execute("DELETE FROM applied WHERE id <= ?", (settled,))


def _forget_pruned(connection: sqlite3.Connection, settled: int, rows: Sequence[Change]) -> int:
    """Settle what was worked off and has been pruned since; returns up to where all is settled.

    Only if the first row left is among those worked off: what an index that is further behind has
    missed, nobody knows, and it is made anew.
    """
    if not rows or not changes.is_complete_before(rows[0]):
        return settled
    first = (rows[0].pk, rows[0].nonce)
    if not connection.execute("SELECT 1 FROM applied WHERE (id, nonce) = (?, ?)", first).fetchone():
        return settled
    connection.execute("UPDATE state SET settled = ?", (rows[0].pk - 1,))
    connection.execute("DELETE FROM applied WHERE id < ?", (rows[0].pk,))
    return rows[0].pk - 1


def _index_changed(connection: sqlite3.Connection, owed: Sequence[Change]) -> None:
    keys = {change.subject for change in owed if change.kind == Change.Kind.DOCUMENT}
    prefixes = {change.subject for change in owed if change.kind == Change.Kind.SUBTREE}
    for prefix in prefixes:
        keys |= sources.keys_under(prefix)
    if prefixes:
        # What was moved out or hidden is under no prefix any more: found by its absence.
        _remove_all_but(connection, sources.all_keys())
    for batch in _batches(sorted(keys)):
        _index(connection, batch)


def _index(connection: sqlite3.Connection, keys: Sequence[str]) -> None:
    """Index the documents of these keys; a key that yields none is removed."""
    generation = _next_generation(connection)
    protected = current_thesaurus().protected
    missing = set(keys)
    for document in sources.documents(keys):
        put(connection, document, generation, protected)
        missing.discard(document.key)
    for key in missing:
        remove(connection, key)


def _remove_all_but(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    kept = set(keys)
    gone = [key for (key,) in connection.execute("SELECT key FROM documents") if key not in kept]
    if gone:
        _next_generation(connection)
    for key in gone:
        remove(connection, key)


def _next_generation(connection: sqlite3.Connection) -> int:
    connection.execute("UPDATE state SET generation = generation + 1")
    (generation,) = connection.execute("SELECT generation FROM state").fetchone()
    return int(generation)


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing is indexed yet: then making the index covers every change."""
    complete, renewal = connection.execute("SELECT complete, renewal FROM state").fetchone()
    return not complete and renewal == ""


def _renewal(connection: sqlite3.Connection) -> str | None:
    (reached,) = connection.execute("SELECT renewal FROM state").fetchone()
    return None if reached is None else str(reached)


def _batches(keys: Sequence[str]) -> Iterator[list[str]]:
    waiting = iter(keys)
    while batch := list(islice(waiting, BATCH)):
        yield batch
