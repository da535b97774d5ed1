"""The contract of an engine."""

from collections.abc import Callable, Sequence
from typing import Protocol

from search.engines.status import Status
from search.query import SearchQuery
from search.readers import Reader
from search.results import SearchResults

Progress = Callable[[int, int], None]
"""Called with the number of documents done and the number there are."""


class Engine(Protocol):
    """Answers questions from an index that it keeps in step with the change log."""

    def search(self, query: SearchQuery, reader: Reader, *, look: bool = True) -> SearchResults:
        """The hits of one page, as far as the reader may see them.

        With `look=False` the database is not asked whether anything has changed: for callers that
        know that nothing has since an answer that was `current`.

        What was committed before the call is found, unless the caller is inside an open transaction
        of the content database, which must not leak into an index: there, call `catch_up` first.
        """
        ...

    def catch_up(self) -> None:
        """Work off all that the change log still owes to this engine. May be called at any time."""
        ...

    def rebuild(self, progress: Progress | None = None) -> int:
        """Index every document anew and return their number. Searches go on meanwhile."""
        ...


class Inspected(Engine, Protocol):
    """An engine whose index can be looked into and mended by itself."""

    def status(self) -> Status:
        """What the index says of itself; never an error, but a status with a problem."""
        ...

    def digests(self) -> dict[str, str]:
        """What the index holds: by key, the digest of each document (`search.drift`)."""
        ...

    def index(self, keys: Sequence[str]) -> None:
        """Index the documents of these keys afresh; a key that yields none is removed."""
        ...
