"""An index is made anew where it must be; searches and saves go on meanwhile."""

import os
import signal
import subprocess
import sys

import pytest
from django.db import connection

from search import changes
from search.engines.embedded import upkeep
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.schema import schema_version
from search.models import Change
from search.query import SearchQuery
from search.readers import Reader
from tests.search.bank import Bank, document
from tests.search.following import found, index_file, publish

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_database_restored_behind_the_index_is_noticed(
    engine: EmbeddedEngine, bank: Bank
) -> None:
    publish("page:1")
    publish("page:2")
    assert found(engine) == {"page:1", "page:2"}
    newest = Change.objects.get(subject="page:2")
    newest.delete()
    del bank.documents_by_key["page:2"]
    assert found(engine) == {"page:1"}


def test_a_restored_database_that_gave_an_old_id_to_a_new_change_is_noticed(
    engine: EmbeddedEngine, bank: Bank
) -> None:
    publish("page:1")
    publish("page:2")
    assert found(engine) == {"page:1", "page:2"}
    lost = Change.objects.get(subject="page:2")
    number = lost.pk
    lost.delete()
    bank.documents_by_key.clear()
    bank.put(document("page:1"), document("page:3"))
    Change.objects.create(pk=number, kind=Change.Kind.DOCUMENT, subject="page:3")
    assert found(engine) == {"page:1", "page:3"}


KILLED = """
import os, sys, django
django.setup()
from django.conf import settings
from django.db import connection
from pathlib import Path
settings.SEARCH_SOURCES = ["tests.search.bank.bank"]
connection.settings_dict["NAME"] = sys.argv[1]
from search.engines.embedded import upkeep
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.bank import bank, document
bank.put(*(document(f"page:{number:03}", "Урок") for number in range(120)))
put, done = upkeep.put, []
def put_and_die(connection, document, *rest):
    put(connection, document, *rest)
    done.append(document.key)
    if len(done) == 70:
        os.kill(os.getpid(), 9)
upkeep.put = put_and_die
EmbeddedEngine(Path(sys.argv[2])).catch_up()
"""


@pytest.fixture
def version_of_the_bank() -> None:
    """The version of an index depends on the sources: one that an earlier test read has others."""
    schema_version.cache_clear()


def test_27_a_killed_rebuild_loses_nothing_and_goes_on_where_it_was(
    version_of_the_bank: None, engine: EmbeddedEngine, bank: Bank, settings, monkeypatch
) -> None:
    changes.record_everything()
    arguments = [str(connection.settings_dict["NAME"]), str(settings.SEARCH_INDEX_PATH)]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["site", "."])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    bank.put(*(document(f"page:{number:03}", "Урок") for number in range(120)))
    again: list[str] = []
    put = upkeep.put

    def noted(connection, document, *rest) -> None:
        again.append(document.key)
        put(connection, document, *rest)

    monkeypatch.setattr(upkeep, "put", noted)
    assert engine.search(SearchQuery(), Reader("ru")).total == 120
    assert again[0] == f"page:{upkeep.BATCH:03}"


def test_a_search_spends_little_time_on_a_rebuild_and_says_that_it_goes_on(
    engine: EmbeddedEngine, bank: Bank, monkeypatch
) -> None:
    bank.put(*(document(f"page:{number:03}", "Урок") for number in range(120)))
    changes.record_everything()
    monkeypatch.setattr("search.engines.embedded.engine.QUERY_BUDGET", 0.0)
    first = engine.search(SearchQuery(), Reader("ru"))
    assert (first.total, first.complete) == (0, False)
    monkeypatch.setattr("search.engines.embedded.engine.QUERY_BUDGET", 60.0)
    second = engine.search(SearchQuery(), Reader("ru"))
    assert (second.total, second.complete) == (120, True)


def test_a_search_over_a_new_index_does_not_wait_for_all_that_was_ever_changed(
    engine: EmbeddedEngine, monkeypatch
) -> None:
    publish(*(f"page:{number:03}" for number in range(120)))
    monkeypatch.setattr("search.engines.embedded.engine.QUERY_BUDGET", 0.0)
    first = engine.search(SearchQuery(), Reader("ru"))
    assert (first.total, first.complete) == (0, False)
    monkeypatch.setattr("search.engines.embedded.engine.QUERY_BUDGET", 60.0)
    assert len(found(engine)) == 100
    publish("page:120")
    monkeypatch.setattr("search.engines.embedded.engine.QUERY_BUDGET", 0.0)
    assert engine.search(SearchQuery(), Reader("ru")).total == 121


def test_27_a_page_published_during_a_rebuild_is_found(engine: EmbeddedEngine, bank: Bank) -> None:
    bank.put(*(document(f"page:{number:03}", "Урок") for number in range(120)))
    seen: list[set[str]] = []

    def publish_meanwhile(done: int, total: int) -> None:
        if not seen:
            publish("page:000a", title="Диктант")
            seen.append(
                found(EmbeddedEngine(engine._store.path.parent / "index.sqlite3"), "диктант")
            )

    engine.rebuild(publish_meanwhile)
    assert seen == [{"page:000a"}]
    assert found(engine, "диктант") == {"page:000a"}


def test_a_corrupt_index_is_made_anew_and_the_error_is_logged(
    engine: EmbeddedEngine, settings, caplog
) -> None:
    publish("page:1")
    assert found(engine) == {"page:1"}
    engine._store.close()
    for path in index_file(settings).parent.glob("index-*"):
        path.write_bytes(b"this is no database " * 500)
    assert found(engine, "урок") == {"page:1"}
    assert "corrupt" in caplog.text


def test_an_index_that_vanished_is_made_anew(engine: EmbeddedEngine, settings) -> None:
    publish("page:1")
    assert found(engine) == {"page:1"}
    for path in index_file(settings).parent.glob("index-*"):
        path.unlink()
    assert found(engine) == {"page:1"}


def test_an_index_of_other_code_is_left_alone_until_a_rebuild(
    engine: EmbeddedEngine, settings
) -> None:
    older = settings.SEARCH_INDEX_PATH.with_name("index-0123456789ab.sqlite3")
    older.write_bytes(b"older")
    publish("page:1")
    assert found(engine) == {"page:1"}
    assert older.exists()
    engine.rebuild()
    assert not older.exists()
