"""The commands and the check by which an administrator watches over the engines."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search import changes
from search.checks import elasticsearch_answers
from search.engines import serving
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.server import Server
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.guarded import GuardedEngine
from search.query import SearchQuery
from search.readers import Reader
from tests.search.bank import Bank, document

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def served(settings, address: str, name: str, bank: Bank, monkeypatch) -> None:
    """Serve from an index of this test's own on the real server."""
    settings.ELASTICSEARCH_URL = address
    own = ElasticsearchEngine(Server(address, 30.0), name)
    monkeypatch.setattr(serving, "_elasticsearch", lambda address: own)
    bank.put(document("page:1", "Урок"), document("page:2", "Диктант"))


def run(command: str, *arguments: str) -> tuple[str, int]:
    """What a command prints, and its exit code."""
    out = StringIO()
    try:
        call_command(command, *arguments, stdout=out)
    except SystemExit as end:
        return out.getvalue(), int(str(end.code))
    return out.getvalue(), 0


def test_both_engines_are_rebuilt_or_one_of_them() -> None:
    text, _ = run("search_rebuild")
    assert "embedded: 2 documents indexed" in text
    assert "elasticsearch: 2 documents indexed" in text
    text, _ = run("search_rebuild", "--engine", "elasticsearch")
    assert "2 of 2" in text
    assert "embedded" not in text


def test_an_engine_that_is_not_set_cannot_be_rebuilt(settings) -> None:
    settings.ELASTICSEARCH_URL = ""
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        call_command("search_rebuild", "--engine", "elasticsearch")


def test_the_status_is_well_once_both_engines_hold_everything() -> None:
    text, code = run("search_status")
    assert code == 1
    assert "it has no index yet" in text
    run("search_rebuild")
    text, code = run("search_status")
    assert code == 0, text
    assert text.count("in step") == text.count("documents   2") == 2


def test_the_status_tells_what_is_owed() -> None:
    run("search_rebuild")
    changes.record("page:1")
    text, code = run("search_status")
    assert code == 1
    assert text.count("owed        1") == 2


def test_the_status_tells_why_a_server_does_not_answer(monkeypatch) -> None:
    gone = ElasticsearchEngine(Server(NOWHERE), "bank")
    monkeypatch.setattr(serving, "_elasticsearch", lambda address: gone)
    text, code = run("search_status")
    assert code == 1
    assert "Connection" in text


def test_drift_is_named_and_repaired(bank: Bank) -> None:
    run("search_rebuild")
    assert run("search_check") == ("embedded: no drift\nelasticsearch: no drift\n", 0)
    del bank.documents_by_key["page:1"]
    bank.put(document("page:2", "Переписан мимо журнала"), document("page:3", "Новый"))
    text, code = run("search_check")
    assert code == 1
    for name in ("embedded", "elasticsearch"):
        assert f"{name}: page:3 missing" in text
        assert f"{name}: page:1 surplus" in text
        assert f"{name}: page:2 stale" in text
    text, code = run("search_check", "--repair")
    assert (text.count("3 repaired"), code) == (2, 0)
    assert run("search_check") == ("embedded: no drift\nelasticsearch: no drift\n", 0)


def test_the_check_of_a_deployment_warns_of_a_server_that_does_not_answer(
    settings, monkeypatch
) -> None:
    run("search_rebuild")
    assert elasticsearch_answers(None) == []
    gone = ElasticsearchEngine(Server(NOWHERE), "bank")
    monkeypatch.setattr(serving, "_elasticsearch", lambda address: gone)
    assert [warning.id for warning in elasticsearch_answers(None)] == ["search.W001"]
    settings.ELASTICSEARCH_URL = ""
    assert elasticsearch_answers(None) == []


def test_the_engine_that_serves_is_both_and_the_background_process_feeds_it(bank: Bank) -> None:
    engine = serving.engine()
    assert isinstance(engine, GuardedEngine)
    call_command("work", "--once")
    assert engine._elasticsearch.search(SearchQuery(), Reader("ru")).total == 2
    bank.put(document("page:3", "Новый"))
    changes.record("page:3")
    call_command("work", "--once")
    assert engine._elasticsearch.search(SearchQuery(), Reader("ru")).total == 3
    assert isinstance(serving.embedded(), EmbeddedEngine)
