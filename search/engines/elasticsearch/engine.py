"""The Elasticsearch engine."""

from collections.abc import Sequence
from dataclasses import replace

from search.engines.base import Progress
from search.engines.elasticsearch import inspection
from search.engines.elasticsearch.answering import answer
from search.engines.elasticsearch.bulk import CHANGE, batches, index_keys
from search.engines.elasticsearch.feeding import Feeding
from search.engines.elasticsearch.indices import Indices, alias_of
from search.engines.elasticsearch.mapping import schema_version
from search.engines.elasticsearch.server import Server
from search.engines.failures import UnavailableError
from search.engines.status import Status
from search.models import OwedChange
from search.query import SearchQuery
from search.readers import Reader
from search.results import SearchResults
from search.synonym_records import current_thesaurus
from search.synonyms import NO_SYNONYMS


class ElasticsearchEngine:
    """See `search.engines.base.Engine`; whatever it does may raise `server.UnavailableError`.

    A search does not catch up: what is owed is paid by the background process. Until then
    `in_step` says that another engine should answer.
    """

    def __init__(self, server: Server, name: str) -> None:
        self._server = server
        self._name = name

    def search(self, query: SearchQuery, reader: Reader, *, look: bool = True) -> SearchResults:
        """The hits of one page, from what the index holds."""
        current = self.in_step() if look else True
        thesaurus = current_thesaurus() if query.text else NO_SYNONYMS
        results = answer(self._server.searching(), alias_of(self._name), query, reader, thesaurus)
        return replace(results, current=current)

    def in_step(self) -> bool:
        """Whether nothing is owed to the index, one small query."""
        return not OwedChange.objects.exists()

    def catch_up(self, budget: float | None = None) -> None:
        """Pay what is owed; an index that is missing is made, for `budget` seconds at a time."""
        with self._server.client() as client:
            Feeding(client, self._name).catch_up(budget)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Index everything anew beside the index that serves, which goes on until the new is whole."""
        with self._server.client() as client:
            return Feeding(client, self._name).rebuild(progress)

    def status(self) -> Status:
        """What the index says of itself; see the contract."""
        try:
            with self._server.client() as client:
                return inspection.status(client, self._name)
        except UnavailableError as failure:
            owed = OwedChange.objects.count()
            return Status(schema=schema_version(), owed=owed, problem=str(failure))

    def digests(self) -> dict[str, str]:
        """What the index holds; see the contract."""
        with self._server.client() as client:
            return inspection.digests(client, alias_of(self._name))

    def index(self, keys: Sequence[str]) -> None:
        """Index some documents afresh; see the contract."""
        with self._server.client() as client:
            index = Indices(client, self._name).serving()
            if index is None:
                raise UnavailableError("There is no index yet.")
            for batch in batches(keys):
                index_keys(client, [index], batch, CHANGE)
            client.indices.refresh(index=index)
