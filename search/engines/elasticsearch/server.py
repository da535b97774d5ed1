"""The server: its client, how long it may take, and what counts as its failure."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.engines.failures import UnavailableError

# Seconds that a reader may wait for the server; the embedded engine then has half a second.
SEARCH_PATIENCE = 1.5
# Seconds that a request of indexing may wait.
BULK_PATIENCE = 10.0


class Server:
    """One server; safe to share between threads. Nothing is sent before the first request.

    All requests of one search together may take `patience` seconds.
    """

    def __init__(self, address: str, patience: float = SEARCH_PATIENCE) -> None:
        self._client = Elasticsearch(
            address, max_retries=0, retry_on_timeout=False, request_timeout=BULK_PATIENCE
        )
        self._patience = patience

    @contextmanager
    def client(self) -> Iterator[Elasticsearch]:
        """The client for requests of indexing; raises UnavailableError where they fail."""
        with failures_named():
            yield self._client

    def searching(self) -> "Searching":
        """The requests of one search."""
        return Searching(self._client, self._patience)


class Searching:
    """The requests of one search, which together have `patience` seconds."""

    def __init__(self, client: Elasticsearch, patience: float) -> None:
        self._client = client
        self._end = time.monotonic() + patience

    def search(self, index: str, body: dict[str, Any]) -> dict[str, Any]:
        """The answer to one search request; raises UnavailableError."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise UnavailableError("The server takes too long over a search.")
        with failures_named(), shapes_named():
            client = self._client.options(request_timeout=left)
            answer = client.search(index=index, **body)
            if answer["timed_out"] or answer["_shards"]["failed"]:
                raise UnavailableError("The server has answered from a part of its index only.")
            return answer.body


@contextmanager
def failures_named() -> Iterator[None]:
    """Raise UnavailableError for whatever the client raises."""
    try:
        yield
    except ApiError as error:
        raise UnavailableError(f"{error.meta.status}: {error}") from error
    except TransportError as error:
        raise UnavailableError(str(error)) from error


@contextmanager
def shapes_named() -> Iterator[None]:
    """Raise UnavailableError for valid JSON of something that is no Elasticsearch.

    For the reading of an answer alone: around more it would hide mistakes of the code.
    """
    try:
        yield
    except (KeyError, TypeError, AttributeError) as error:
        raise UnavailableError(f"No answer of an Elasticsearch: {error!r}") from error
