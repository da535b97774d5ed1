"""The index follows the content: each change once, none lost, none that did not happen."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from search import changes
from search.engines.embedded import upkeep
from search.engines.embedded.engine import EmbeddedEngine
from search.models import Change
from search.query import SearchQuery
from search.readers import Reader
from tests.search.bank import Bank, document
from tests.search.bank import bank as shared_bank
from tests.search.following import found, index_file, publish

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

VOCABULARY = {
    "stems": "SELECT term, doc, cnt FROM {}",
    "forms": "SELECT term, doc, cnt FROM {}",
    "grams": "SELECT term, doc FROM {}",
}


def test_20_what_was_published_is_found_by_the_next_query(engine: EmbeddedEngine) -> None:
    publish("page:1")
    assert found(engine, "урок") == {"page:1"}
    publish("page:2")
    assert found(engine, "урок") == {"page:1", "page:2"}


def test_20_what_was_withdrawn_is_not_found_by_the_next_query(
    engine: EmbeddedEngine, bank: Bank
) -> None:
    publish("page:1", "page:2")
    assert found(engine) == {"page:1", "page:2"}
    del bank.documents_by_key["page:1"]
    changes.record("page:1")
    assert found(engine) == {"page:2"}


def test_19_a_subtree_changes_at_once(engine: EmbeddedEngine, bank: Bank) -> None:
    publish("a/1", "a/2", "b/1")
    assert found(engine) == {"a/1", "a/2", "b/1"}
    del bank.documents_by_key["a/1"]
    bank.put(document("a/2", "Диктант"), document("a/3", "Диктант"))
    changes.record_subtree("a/")
    assert found(engine) == {"a/2", "a/3", "b/1"}
    assert found(engine, "диктант") == {"a/2", "a/3"}


def test_a_change_of_everything_indexes_everything_anew(engine: EmbeddedEngine, bank: Bank) -> None:
    publish("page:1", "page:2", "page:3")
    assert len(found(engine)) == 3
    bank.documents_by_key.clear()
    bank.put(document("page:2", "Диктант"))
    changes.record_everything()
    assert found(engine) == found(engine, "диктант") == {"page:2"}


def test_21_a_rolled_back_transaction_leaves_no_trace(engine: EmbeddedEngine, bank: Bank) -> None:
    publish("page:1")
    assert found(engine) == {"page:1"}
    with transaction.atomic():
        publish("page:2")
        engine.search(SearchQuery(), Reader("ru"))
        transaction.set_rollback(True)
    del bank.documents_by_key["page:2"]
    assert found(engine) == {"page:1"}


def test_21_what_an_open_transaction_wrote_is_not_indexed(engine: EmbeddedEngine) -> None:
    publish("page:1")
    assert found(engine) == {"page:1"}
    with transaction.atomic():
        publish("page:2")
        assert found(engine) == {"page:1"}
    assert found(engine) == {"page:1", "page:2"}


def test_21_an_index_that_was_told_to_read_an_open_transaction_recovers(
    engine: EmbeddedEngine, bank: Bank
) -> None:
    publish("page:1")
    with transaction.atomic():
        publish("page:2")
        engine.catch_up()
        assert found(engine) == {"page:1", "page:2"}
        transaction.set_rollback(True)
    del bank.documents_by_key["page:2"]
    assert found(engine) == {"page:1"}


def test_a_change_that_commits_late_under_a_lower_id_is_not_lost(engine: EmbeddedEngine) -> None:
    publish("page:1")
    late = Change.objects.get(subject="page:1")
    Change.objects.filter(pk=late.pk).delete()
    shared_bank.documents_by_key.clear()
    publish("page:2")
    assert found(engine) == {"page:2"}
    shared_bank.put(document("page:1"))
    late.save(force_insert=True)
    assert found(engine) == {"page:1", "page:2"}


def test_settled_changes_are_forgotten_and_the_newest_never_is(
    engine: EmbeddedEngine, settings
) -> None:
    publish("page:1")
    publish("page:2")
    Change.objects.update(recorded_at=timezone.now() - timedelta(days=1))
    publish("page:3")
    assert found(engine) == {"page:1", "page:2", "page:3"}
    with sqlite3.connect(index_file(settings)) as index:
        applied = [number for (number,) in index.execute("SELECT id FROM applied")]
    assert applied == [Change.objects.latest("pk").pk]
    publish("page:4")
    assert "page:4" in found(engine)


def test_the_newest_change_is_not_settled_however_old() -> None:
    for key in ("page:1", "page:2", "page:3"):
        changes.record(key)
    Change.objects.update(recorded_at=timezone.now() - timedelta(days=1))
    rows = changes.changes_after(0)
    assert changes.settled_before(rows) == rows[-2].pk
    assert changes.settled_before(rows[-1:]) is None


def test_a_query_that_is_in_step_asks_for_the_log_and_for_the_synonyms_of_its_words(
    engine: EmbeddedEngine, django_assert_num_queries
) -> None:
    publish("page:1")
    found(engine, "урок")
    with django_assert_num_queries(1):
        assert found(engine) == {"page:1"}
    with django_assert_num_queries(2):
        assert found(engine, "урок") == {"page:1"}


def test_a_failed_catch_up_is_rolled_back_and_repeated(engine: EmbeddedEngine, monkeypatch) -> None:
    publish("page:1")
    found(engine)
    publish("page:2", "page:3")
    put = upkeep.put

    def fail_at_the_second(connection, document, *rest) -> None:
        put(connection, document, *rest)
        if document.key == "page:3":
            raise MemoryError

    monkeypatch.setattr(upkeep, "put", fail_at_the_second)
    with pytest.raises(MemoryError):
        found(engine)
    monkeypatch.setattr(upkeep, "put", put)
    assert found(engine) == {"page:1", "page:2", "page:3"}


def test_a_search_beside_a_writer_answers_from_what_is_there(
    engine: EmbeddedEngine, settings, monkeypatch
) -> None:
    publish("page:1")
    assert found(engine) == {"page:1"}
    publish("page:2")
    monkeypatch.setattr("search.engines.embedded.engine.QUERY_PATIENCE", 0.05)
    other = sqlite3.connect(index_file(settings), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert found(engine) == {"page:1"}
    other.execute("ROLLBACK")
    other.close()
    assert found(engine) == {"page:1", "page:2"}


def test_threads_that_publish_and_search_at_once_lose_nothing(
    engine: EmbeddedEngine, settings
) -> None:
    publish("page:start")
    found(engine)
    lock = threading.Lock()

    def work(number: int) -> bool:
        try:
            for step in range(5):
                key = f"page:{number}-{step}"
                with lock:
                    publish(key)
                if key not in found(engine, "урок"):
                    return False
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, range(4)))
    assert len(found(engine)) == 21


def test_after_many_changes_the_index_is_what_a_fresh_one_would_be(
    engine: EmbeddedEngine, settings, tmp_path: Path
) -> None:
    for step in range(40):
        key = f"page:{step * 7 % 11}"
        if step % 5 == 4:
            shared_bank.documents_by_key.pop(key, None)
            changes.record(key)
        else:
            text = " ".join(f"слово{step * number % 13} сабақтар" for number in range(30))
            shared_bank.put(document(key, f"Мектептегі урок {step}", text, keywords=("тег",)))
            changes.record(key)
        found(engine)
    fresh = EmbeddedEngine(tmp_path / "fresh.sqlite3")
    fresh.rebuild()
    (other,) = tmp_path.glob("fresh-*.sqlite3")
    assert vocabulary(index_file(settings)) == vocabulary(other)


def vocabulary(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Every term of the full-text tables with the numbers of its documents and occurrences."""
    with sqlite3.connect(path) as index:
        terms = {}
        for table, statement in VOCABULARY.items():
            view = f"temp.terms_of_{table}"
            index.execute(f"CREATE VIRTUAL TABLE {view} USING fts5vocab(main, {table}, row)")
            terms[table] = set(index.execute(statement.format(view)))
        return terms
