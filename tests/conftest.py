"""What tests of every room share."""

import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from pages import cached
from search.engines.serving import engine
from tests import initial_rows


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Function]) -> None:
    """Mark the tests that ask the database, and those that commit: these empty it and run after all others.

    Those marked `any_database` are left out of the first mark: what they prove lies on a search
    server, in the looks of a page or in the bytes of a file, which no database changes. Models,
    queries, publishing, rights, locks, the change log and what engines still owe never are.
    Tests of the proof are left out unless `-m` asks for them. The long ones come first.
    """
    if "proof" not in config.option.markexpr:
        left_out = [item for item in items if item.get_closest_marker("proof")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    for item in items:
        marker = item.get_closest_marker("django_db")
        asks = marker or "db" in item.fixturenames
        if asks and not item.get_closest_marker("any_database"):
            item.add_marker("database")
        if marker and marker.kwargs.get("transaction"):
            item.add_marker("commits")
    items.sort(key=lambda item: not item.get_closest_marker("long"))


def pytest_collection_finish() -> None:
    """Let the garbage collector look at what the tests make only, and less often: a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The database of the tests, with what gives it back the rows of the migrations."""
    with django_db_blocker.unblock():
        initial_rows.keep(connection)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Let no test see what a process kept of another test's database."""
    cached.forget()
    cache.clear()
    yield
    cached.forget()


@pytest.fixture
def indexed() -> Callable[[], None]:
    """Bring the search index up to the state of this test's transaction."""
    return engine().catch_up


@pytest.fixture
def reader() -> Client:
    """A browser of somebody who is not signed in."""
    return Client()


def needs(condition: bool, what: str) -> None:
    """Skip by name at a desk where something is missing; fail where CI promised it."""
    if not condition:
        if os.environ.get("CI"):
            pytest.fail(f"CI lacks {what}")
        pytest.skip(f"needs {what}")


SCRIPT = Path(__file__).parent / "services" / "elasticsearch.sh"
# Seconds for a search of a server where the time is not what is tested: the machine may be busy.
PATIENCE = 30.0


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
    """A name under which a test may make indexes on the server; they are gone afterwards."""
    yield from _name(address)


@pytest.fixture
def another_name(address: str) -> Iterator[str]:
    """A second such name."""
    yield from _name(address)


def _name(address: str) -> Iterator[str]:
    from search.engines.elasticsearch.indices import Indices
    from search.engines.elasticsearch.server import Server

    name = f"test-{uuid4().hex[:12]}"
    yield name
    with Server(address).client() as client:
        Indices(client, name).remove_all()
