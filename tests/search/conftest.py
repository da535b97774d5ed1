from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from search.engines.base import Engine
from search.engines.serving import engine as serving_engine
from search.engines.serving import vocabulary
from search.query import SearchQuery
from search.readers import Reader
from search.rescue import rescued_search
from search.results import SearchResults
from tests.search.bank import Bank
from tests.search.bank import bank as shared_bank

Find = Callable[..., SearchResults]


@pytest.fixture
def bank(settings, tmp_path: Path) -> Iterator[Bank]:
    """The only source of the search, empty, with an index of its own."""
    settings.SEARCH_SOURCES = ["tests.search.bank.bank"]
    settings.SEARCH_INDEX_PATH = tmp_path / "index.sqlite3"
    shared_bank.clear()
    yield shared_bank
    shared_bank.clear()


@pytest.fixture
def engine(bank: Bank) -> Engine:
    """The engine that serves, with an index of what the test puts into the bank."""
    return serving_engine()


@pytest.fixture
def find(engine: Engine) -> Find:
    """Index the bank as it is and ask; inside a test's transaction an engine must be told to."""

    def ask(
        text: str = "", language: str = "ru", reader: Reader | None = None, **query
    ) -> SearchResults:
        engine.rebuild()
        return engine.search(SearchQuery(text=text, **query), reader or Reader(language))

    return ask


@pytest.fixture
def rescued(engine: Engine, find: Find) -> Find:
    """The same with the rescue order; its words are those of the embedded index, whatever the engine."""

    def ask(
        text: str, language: str = "ru", reader: Reader | None = None, **query
    ) -> SearchResults:
        find()
        serving_engine().rebuild()
        asked = SearchQuery(text=text, **query)
        return rescued_search(engine, asked, reader or Reader(language), vocabulary)

    return ask
