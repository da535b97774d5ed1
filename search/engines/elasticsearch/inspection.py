"""What an index of the server holds."""

from typing import Any

from elasticsearch import Elasticsearch

from search.engines.elasticsearch.indices import Indices
from search.engines.elasticsearch.mapping import schema_version
from search.engines.elasticsearch.server import shapes_named
from search.engines.status import Status
from search.models import OwedChange

_PAGE = 5_000


def digests(client: Elasticsearch, index: str) -> dict[str, str]:
    """The digest of every document by its key, see `search.drift`; the index is refreshed first."""
    client.indices.refresh(index=index)
    found: dict[str, str] = {}
    after: dict[str, Any] = {}
    while True:
        answer = client.search(
            index=index,
            size=_PAGE,
            source=False,
            docvalue_fields=[{"field": "key"}, {"field": "digest"}],
            sort=[{"key": "asc"}],
            track_total_hits=False,
            **after,
        )
        with shapes_named():
            rows = answer["hits"]["hits"]
            found.update((row["fields"]["key"][0], row["fields"]["digest"][0]) for row in rows)
        if len(rows) < _PAGE:
            return found
        after = {"search_after": rows[-1]["sort"]}


def status(client: Elasticsearch, name: str) -> Status:
    """The status of the index that answers."""
    owed = OwedChange.objects.count()
    indices = Indices(client, name)
    index = indices.serving()
    if index is None:
        made = indices.growing()
        problem = "its index is being made" if made else "it has no index yet"
        return Status(schema=schema_version(), owed=owed, problem=problem)
    mark = indices.mark(index)
    with shapes_named():
        health = client.cluster.health(index=index)["status"]
        documents = client.count(index=index)["count"]
    return Status(
        schema=schema_version(),
        documents=documents,
        worked_off=mark.change if mark else None,
        owed=owed,
        problem="its cluster is red" if health == "red" else "",
    )
