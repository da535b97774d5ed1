"""An engine with an index of its own on a real Elasticsearch."""

from typing import Any

import pytest

from search import changes
from search.documents import SearchDocument
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.server import Server
from search.query import SearchQuery
from search.readers import Reader
from search.results import SearchResults
from tests.conftest import PATIENCE
from tests.search.bank import Bank
from tests.search.conftest import Find


@pytest.fixture
def engine(bank: Bank, address: str, name: str) -> ElasticsearchEngine:
    """An engine with an index of what the test puts into the bank."""
    return ElasticsearchEngine(Server(address, PATIENCE), name)


@pytest.fixture
def find(engine: ElasticsearchEngine, bank: Bank, settings, address: str) -> Find:
    """Index what has changed in the bank and ask: first a whole index, then single changes."""
    settings.ELASTICSEARCH_URL = address
    indexed: dict[str, SearchDocument] | None = None

    def ask(
        text: str = "", language: str = "ru", reader: Reader | None = None, **query: Any
    ) -> SearchResults:
        nonlocal indexed
        live = dict(bank.documents_by_key)
        if indexed is None:
            engine.rebuild()
        else:
            for key in live.keys() | indexed.keys():
                if live.get(key) != indexed.get(key):
                    changes.record(key)
            engine.catch_up()
        indexed = live
        return engine.search(SearchQuery(text=text, **query), reader or Reader(language))

    return ask
