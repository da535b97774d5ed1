"""A real Elasticsearch, and an engine with an index of its own there."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from search import changes
from search.documents import SearchDocument
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.indices import Indices
from search.engines.elasticsearch.server import Server
from search.query import SearchQuery
from search.readers import Reader
from search.results import SearchResults
from tests.conftest import needs
from tests.search.bank import Bank
from tests.search.conftest import Find

# Seconds for a search where the time is not what is tested: the machine of the tests may be busy.
PATIENCE = 30.0
SCRIPT = Path(__file__).parents[2] / "services" / "elasticsearch.sh"


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Elasticsearch: TEST_ELASTICSEARCH_URL, or one started for the tests."""
    if given := os.environ.get("TEST_ELASTICSEARCH_URL"):
        yield given
        return
    tools = shutil.which("javac") and shutil.which("mvn")
    needs(bool(tools), "an Elasticsearch: TEST_ELASTICSEARCH_URL, or Java 17 and Maven")
    folder = tmp_path_factory.mktemp("elasticsearch")
    started = subprocess.run(
        [SCRIPT, "start", folder], stdout=subprocess.PIPE, text=True, check=False
    )
    needs(started.returncode == 0, "the parts of Elasticsearch from Maven Central")
    yield started.stdout.strip()
    subprocess.run([SCRIPT, "stop", folder], check=True)


@pytest.fixture
def name(address: str) -> Iterator[str]:
    """A name under which a test may make indexes; they are gone afterwards."""
    name = f"test-{uuid4().hex[:12]}"
    yield name
    with Server(address).client() as client:
        Indices(client, name).remove_all()


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
