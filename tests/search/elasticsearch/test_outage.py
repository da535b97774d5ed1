"""Behaviour 26: whatever the server does, the reader gets an answer in time, and nothing is lost."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from search import changes
from search.drift import drift
from search.engines import guarded
from search.engines.breaker import Breaker
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.server import Server
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.guarded import GuardedEngine
from search.models import OwedChange
from search.query import SearchQuery
from search.readers import Reader
from search.results import SearchResults
from tests.conftest import SCRIPT
from tests.search.bank import Bank, document
from tests.search.elasticsearch.fake_server import ANSWERS, SILENT, fake_server

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.any_database,
    pytest.mark.long,
]

NOWHERE = "http://127.0.0.1:9"


class Clock:
    """Seconds for the breakers: as if the engine had waited."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(guarded, "Breaker", lambda: Breaker(clock))
    return clock


@pytest.fixture(autouse=True)
def owing(settings) -> None:
    settings.ELASTICSEARCH_URL = NOWHERE


class OtherServer:
    """A server that a test may freeze, kill and start again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = self.start("0")

    def start(self, port: str) -> str:
        started = subprocess.run(
            [SCRIPT, "start", self._folder, port], stdout=subprocess.PIPE, text=True, check=True
        )
        return started.stdout.strip()

    def start_again(self) -> None:
        assert self.start(self.address.rsplit(":", 1)[1]) == self.address

    def send(self, number: signal.Signals) -> None:
        os.kill(int((self._folder / "pid").read_text()), number)

    def stop(self) -> None:
        subprocess.run([SCRIPT, "stop", self._folder], check=True)


@pytest.fixture
def other(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OtherServer]:
    server = OtherServer(tmp_path_factory.mktemp("stopped"))
    yield server
    server.stop()


def guarded_engine(address: str, name: str, settings) -> GuardedEngine:
    return GuardedEngine(
        ElasticsearchEngine(Server(address), name),
        EmbeddedEngine(Path(settings.SEARCH_INDEX_PATH)),
    )


def ask(engine: GuardedEngine, text: str = "урок") -> SearchResults:
    """Ask and hold the answer to its time; the machine of the tests may be busy."""
    started = time.monotonic()
    results = engine.search(SearchQuery(text=text), Reader("ru"))
    assert time.monotonic() - started < 2.5
    return results


def ask_until_it_answers(engine: GuardedEngine, clock: Clock) -> SearchResults:
    """Ask as if every time half a minute had passed: a server that has just started is slow."""
    for _ in range(20):
        clock.now += 30
        results = ask(engine)
        if not results.stands_in:
            return results
    raise AssertionError("the server is never asked again")


def publish(bank: Bank, key: str, title: str = "Урок") -> None:
    bank.put(document(key, title))
    changes.record(key)


def pay_off() -> None:
    """As if the background process had paid everything before the outage."""
    OwedChange.objects.all().delete()


@pytest.mark.parametrize("answer", [*ANSWERS, SILENT, "refused"])
def test_26_the_embedded_engine_answers_where_the_server_fails(
    answer: str, bank: Bank, settings, clock: Clock, caplog
) -> None:
    publish(bank, "page:1")
    pay_off()
    if answer == "refused":
        results = ask(guarded_engine(NOWHERE, "bank", settings))
    else:
        with fake_server(answer) as address:
            results = ask(guarded_engine(address, "bank", settings))
    assert [hit.key for hit in results.hits] == ["page:1"]
    assert results.stands_in
    assert "Elasticsearch does not answer" in caplog.text


@pytest.mark.parametrize("answer", [*ANSWERS, "refused"])
def test_26_what_a_failing_server_was_to_take_stays_owed(
    answer: str, bank: Bank, settings, clock: Clock
) -> None:
    publish(bank, "page:1")
    if answer == "refused":
        guarded_engine(NOWHERE, "bank", settings).catch_up()
    else:
        with fake_server(answer) as address:
            guarded_engine(address, "bank", settings).catch_up()
    assert OwedChange.objects.count() == 1


def test_26_a_server_that_failed_repeatedly_is_left_alone_and_then_probed(
    bank: Bank, settings, clock: Clock, name: str, address: str
) -> None:
    publish(bank, "page:1")
    pay_off()
    with fake_server(SILENT) as silent:
        engine = guarded_engine(silent, name, settings)
        for _ in range(3):
            ask(engine)
        started = time.monotonic()
        assert ask(engine).stands_in
        assert time.monotonic() - started < 1.0
    engine._elasticsearch = ElasticsearchEngine(Server(address), name)
    engine._elasticsearch.rebuild()
    assert ask(engine).stands_in
    assert ask_until_it_answers(engine, clock).total == 1


def test_20_what_was_published_is_found_before_it_is_in_the_server(
    bank: Bank, settings, clock: Clock, name: str, address: str
) -> None:
    engine = guarded_engine(address, name, settings)
    publish(bank, "page:1")
    engine.catch_up()
    publish(bank, "page:2")
    results = ask(engine)
    assert (results.total, results.stands_in) == (2, False)
    engine.catch_up()
    assert OwedChange.objects.count() == 0
    assert ask_until_it_answers(engine, clock).total == 2


def test_26_a_frozen_and_a_killed_server_are_noticed_and_nothing_drifts(
    bank: Bank, settings, clock: Clock, other: OtherServer
) -> None:
    engine = guarded_engine(other.address, "bank", settings)
    publish(bank, "page:1")
    engine.catch_up()
    assert ask_until_it_answers(engine, clock).total == 1

    other.send(signal.SIGSTOP)
    results = ask(engine)
    assert [hit.key for hit in results.hits] == ["page:1"]
    assert results.stands_in
    publish(bank, "page:2")
    assert ask(engine).total == 2
    other.send(signal.SIGCONT)
    engine.catch_up()
    assert ask_until_it_answers(engine, clock).total == 2

    other.send(signal.SIGKILL)
    assert ask(engine).stands_in
    publish(bank, "page:3")
    engine.catch_up()
    assert OwedChange.objects.count() == 1
    other.start_again()
    clock.now += 30
    engine.catch_up()
    assert ask_until_it_answers(engine, clock).total == 3
    assert not drift(engine._elasticsearch.digests()).keys
