"""The index file and the connections to it, one a thread."""

import logging
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.engines.embedded.schema import TABLES, schema_version

logger = logging.getLogger(__name__)

_CORRUPT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SIDE_FILES = ("", "-wal", "-shm")


class BusyError(Exception):
    """Another process or thread is writing to the index and did not finish in time."""


class Store:
    """The file `NAME-VERSION.sqlite3` beside the path given: another version has another file."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(f"{path.stem}-{schema_version()}{path.suffix}")
        self._family = f"{path.stem}-*{path.suffix}"
        self._own = threading.local()
        # Connections from before a fork: a child must neither use nor close them.
        self._inherited: list[sqlite3.Connection] = []

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the index until the block ends."""
        connection = self._connection()
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.rollback()

    @contextmanager
    def writing(self, patience: float) -> Iterator[sqlite3.Connection]:
        """A connection that alone may write, until the block ends; rolled back on an exception.

        Raises BusyError when somebody else writes for longer than `patience` seconds.
        """
        connection = self._connection()
        connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise BusyError from error
            raise
        try:
            yield connection
            connection.commit()
        finally:
            # Ends what was not committed; after the commit there is nothing to end.
            connection.rollback()

    def discard_if_corrupt(self, error: sqlite3.DatabaseError) -> bool:
        """Remove the file if this error says that it is no sound database; False if it does not."""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _CORRUPT:
            return False
        logger.error("The search index %s is corrupt and is made anew: %s", self.path, error)
        if self._identity() == getattr(self._own, "identity", None):
            for suffix in _SIDE_FILES:
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        self.close()
        return True

    def discard_other_versions(self) -> None:
        """Remove the index files that code of other versions made."""
        for path in self.path.parent.glob(f"{self._family}*"):
            if not path.name.startswith(self.path.name):
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close this thread's connection."""
        connection = getattr(self._own, "connection", None)
        if connection is not None:
            connection.close()
        self._own.connection = None

    def _connection(self) -> sqlite3.Connection:
        """This thread's connection; a new one after a fork, or when the file was replaced."""
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is not None:
            if self._own.process != os.getpid():
                self._inherited.append(connection)
            elif self._own.identity == self._identity():
                return connection
            else:
                self.close()
        return self._open()

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA cache_size = -4000")
            connection.execute("BEGIN IMMEDIATE")
            if not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
                for statement in TABLES.split(";\n"):
                    connection.execute(statement)
            connection.execute("COMMIT")
        except sqlite3.Error:
            self._own.identity = self._identity()
            connection.close()
            raise
        self._own.connection = connection
        self._own.process = os.getpid()
        self._own.identity = self._identity()
        return connection

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return (found.st_dev, found.st_ino)
