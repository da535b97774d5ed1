"""Documents written to indexes, each with the version of the change log it was read at.

A version is the id of the newest change when the document was read: an older reading never overwrites a
newer one, whoever writes and in whatever order.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch, helpers

from search import sources
from search.analysis.protection import Protected
from search.documents import SearchDocument
from search.engines.elasticsearch.indices import Mark
from search.engines.elasticsearch.server import shapes_named
from search.engines.elasticsearch.writer import body_of
from search.engines.failures import UnavailableError
from search.synonym_records import current_thesaurus

# Documents read at once, and bytes sent at once: what a busy server takes within the patience of a
# request. A document of 800 words has some 100,000 bytes.
BATCH = 50
MOST_BYTES = 1_000_000

# A rebuild must not overwrite what a change has put there at the same version; a change may.
REBUILD = "external"
CHANGE = "external_gte"

_CONFLICT, _NOT_FOUND = 409, 404


def index_keys(
    client: Elasticsearch, indices: Sequence[str], keys: Sequence[str], version_type: str
) -> None:
    """Index what is live of the documents of these keys, and remove the others."""
    version = Mark.newest().change
    protected = current_thesaurus().protected
    missing = dict.fromkeys(keys)
    actions: list[dict[str, Any]] = []
    for document in sources.documents(keys):
        missing.pop(document.key, None)
        body = body_of(document, protected)
        actions.extend(_action(index, document.key, body) for index in indices)
    actions.extend(_action(index, key, None) for key in missing for index in indices)
    _send(
        client, [{**action, "version": version, "version_type": version_type} for action in actions]
    )


def index_documents(
    client: Elasticsearch, index: str, documents: Iterable[SearchDocument], protected: Protected
) -> None:
    """Index documents that come from no change log."""
    rest = iter(documents)
    while portion := list(islice(rest, BATCH)):
        bodies = [(document.key, body_of(document, protected)) for document in portion]
        _send(client, [_action(index, key, body) for key, body in bodies])


def _action(index: str, key: str, body: dict[str, Any] | None) -> dict[str, Any]:
    action = {"_index": index, "_id": key}
    if body is None:
        return {**action, "_op_type": "delete"}
    return {**action, "_op_type": "index", "_source": body}


def _send(client: Elasticsearch, actions: Sequence[dict[str, Any]]) -> None:
    """Send all; raise UnavailableError for the first that failed for another reason than being late."""
    sent = helpers.streaming_bulk(
        client,
        actions,
        chunk_size=BATCH,
        max_chunk_bytes=MOST_BYTES,
        raise_on_error=False,
        max_retries=0,
    )
    with shapes_named():
        for done, item in sent:
            (result,) = item.values()
            if not done and result["status"] not in (_CONFLICT, _NOT_FOUND):
                raise UnavailableError(f"{result['_id']} was not indexed: {result.get('error')}")


def batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """The keys in portions that are read and sent at once."""
    for first in range(0, len(keys), BATCH):
        yield keys[first : first + BATCH]
