"""A throwaway index on the server of the settings, see `search.engines.trials`."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.conf import settings

from search.analysis.protection import Protected
from search.documents import SearchDocument
from search.engines.elasticsearch.answering import ranked
from search.engines.elasticsearch.bulk import index_documents
from search.engines.elasticsearch.indices import Indices
from search.engines.elasticsearch.server import Server
from search.engines.failures import UnavailableError
from search.engines.ranking import Ranking
from search.query import SearchQuery
from search.readers import Reader
from search.synonyms import Thesaurus

# Nobody waits for an answer: seconds for one question, and for one request of indexing.
PATIENCE = 60.0


@contextmanager
def elasticsearch_trial() -> "Iterator[ElasticsearchTrial]":
    """An index under a name of its own, removed at the end; raises UnavailableError."""
    if not settings.ELASTICSEARCH_URL:
        raise UnavailableError("No Elasticsearch is set: see ELASTICSEARCH_URL.")
    server = Server(settings.ELASTICSEARCH_URL, PATIENCE)
    name = f"trial-{uuid4().hex[:12]}"
    try:
        yield ElasticsearchTrial(server, name)
    finally:
        with server.client() as client:
            Indices(client, name).remove_all()


class ElasticsearchTrial:
    """See `search.engines.trials.Trial`."""

    def __init__(self, server: Server, name: str) -> None:
        self._server = server
        with server.client() as client:
            self._index = Indices(client, name).create()

    def add(self, documents: Iterable[SearchDocument], protected: Protected) -> None:
        """Index all documents."""
        with self._server.client() as client:
            patient = client.options(request_timeout=PATIENCE)
            index_documents(patient, self._index, documents, protected)
            patient.indices.forcemerge(index=self._index, max_num_segments=1)
            patient.indices.refresh(index=self._index)

    def rank(self, query: SearchQuery, reader: Reader, most: int, thesaurus: Thesaurus) -> Ranking:
        """The first documents for a question."""
        searching = self._server.searching()
        return ranked(searching, self._index, query, reader, most, thesaurus)
