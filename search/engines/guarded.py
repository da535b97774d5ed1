"""Elasticsearch where it answers and is in step, the embedded engine wherever it does not."""

import logging
from dataclasses import replace

from search.engines.base import Progress
from search.engines.breaker import Breaker
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.failures import UnavailableError
from search.query import SearchQuery
from search.readers import Reader
from search.results import SearchResults

logger = logging.getLogger(__name__)

# Seconds that a round of the background process spends on an index that is being made.
MAKING_BUDGET = 10.0


class GuardedEngine:
    """See `search.engines.base.Engine`. Both engines are kept; a reader always gets an answer.

    What was published a moment ago is not yet in Elasticsearch: until the background process has paid
    what is owed, the embedded engine answers, which works off the change log by itself.
    """

    def __init__(self, elasticsearch: ElasticsearchEngine, embedded: EmbeddedEngine) -> None:
        self._elasticsearch = elasticsearch
        self._embedded = embedded
        self._searching = Breaker()
        self._feeding = Breaker()

    def search(self, query: SearchQuery, reader: Reader, *, look: bool = True) -> SearchResults:
        """The hits of one page; `stands_in` tells that Elasticsearch should have answered."""
        if not self._elasticsearch.in_step():
            return self._embedded.search(query, reader, look=look)
        if self._searching.allows():
            try:
                results = self._elasticsearch.search(query, reader, look=False)
            except UnavailableError as failure:
                logger.warning("Elasticsearch does not answer a search: %s", failure)
                if self._searching.failed():
                    logger.error("Elasticsearch is left alone for a while: %s", failure)
            else:
                self._searching.succeeded()
                return results
        return replace(self._embedded.search(query, reader, look=look), stands_in=True)

    def catch_up(self) -> None:
        """Bring both up to date; a failure of Elasticsearch is logged, what is owed stays owed."""
        self._embedded.catch_up()
        if not self._feeding.allows():
            return
        try:
            self._elasticsearch.catch_up(MAKING_BUDGET)
        except UnavailableError as failure:
            logger.warning("Elasticsearch takes no changes, they stay owed: %s", failure)
            self._feeding.failed()
        else:
            self._feeding.succeeded()

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make both indexes anew; raises UnavailableError where Elasticsearch cannot."""
        self._embedded.rebuild(progress)
        return self._elasticsearch.rebuild(progress)
