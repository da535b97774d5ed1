"""The server: its client, how long it may take, and what counts as its failure."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from elasticsearch import ApiError, Elasticsearch, OrjsonSerializer, TransportError
from elasticsearch.serializer import NdjsonSerializer

from search.engines.failures import UnavailableError

# Seconds that a reader may wait for the server; the embedded engine then has half a second.
SEARCH_PATIENCE = 1.5
# Seconds that a request of indexing may wait.
BULK_PATIENCE = 10.0

Body = dict[str, Any]
"""What is sent or answered, as JSON has it."""

_JSON = "application/vnd.elasticsearch+json; compatible-with=8"
_LINES = "application/vnd.elasticsearch+x-ndjson; compatible-with=8"


class LinesSerializer(NdjsonSerializer, OrjsonSerializer):
    """Lines of JSON, each written by orjson: the client has this for single bodies only."""


_SERIALIZERS = {
    serializer.mimetype: serializer for serializer in (OrjsonSerializer(), LinesSerializer())
}


class Server:
    """One server; safe to share between threads. Nothing is sent before the first request.

    All requests of one search together may take `patience` seconds.
    """

    def __init__(self, address: str, patience: float = SEARCH_PATIENCE) -> None:
        self._client = Elasticsearch(
            address,
            serializers=_SERIALIZERS,
            max_retries=0,
            retry_on_timeout=False,
            request_timeout=BULK_PATIENCE,
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
    """The requests of one search, which together have `patience` seconds.

    They go to the client's transport: the client builds itself anew for every limit of time.
    """

    def __init__(self, client: Elasticsearch, patience: float) -> None:
        self._transport = client.transport
        self._end = time.monotonic() + patience

    def search(self, index: str, body: Body) -> Body:
        """The answer to one search request; raises UnavailableError."""
        return _whole(self._answer(f"/{quote(index)}/_search", _JSON, body))

    def searches(self, index: str, bodies: Sequence[Mapping[str, Any]], unsent: str) -> list[Body]:
        """The answers to several in one request, none without the part named `unsent`.

        Raises UnavailableError.
        """
        if not bodies:
            return []
        lines = [line for body in bodies for line in ({}, body)]
        target = f"/{quote(index)}/_msearch?filter_path=-responses.{unsent}"
        with shapes_named():
            answers = self._answer(target, _LINES, lines)["responses"]
            return [_whole(answer) for answer in answers]

    def _answer(self, target: str, content_type: str, body: object) -> Any:
        left = self._end - time.monotonic()
        if left <= 0:
            raise UnavailableError("The server takes too long over a search.")
        headers = {"accept": _JSON, "content-type": content_type}
        with failures_named():
            meta, answer = self._transport.perform_request(
                "POST", target, headers=headers, body=body, request_timeout=left
            )
        if meta.status != HTTPStatus.OK:
            raise UnavailableError(f"{meta.status}: {answer}")
        if meta.headers.get("x-elastic-product") != "Elasticsearch":
            raise UnavailableError("The server does not say that it is an Elasticsearch.")
        return answer


def _whole(answer: Any) -> Body:
    """The answer to a search, if it was given from the whole index."""
    with shapes_named():
        if "error" in answer:
            raise UnavailableError(f"{answer['status']}: {answer['error']}")
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise UnavailableError("The server has answered from a part of its index only.")
        found: Body = answer
        return found


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
