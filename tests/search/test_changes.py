"""The change log keeps what an engine may still need, and nothing else."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from search import changes
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.serving import engine
from search.models import Change, OwedChange
from search.query import SearchQuery
from search.readers import Reader
from tests.search.bank import Bank, document

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ADDRESS = "http://127.0.0.1:9"


def long_ago(days: int = 100) -> datetime:
    return timezone.now() - timedelta(days=days)


def record_old(*subjects: str) -> None:
    for subject in subjects:
        changes.record(subject)
    Change.objects.update(recorded_at=long_ago())


def subjects() -> list[str]:
    return list(Change.objects.values_list("subject", flat=True))


def titles(engine: EmbeddedEngine) -> set[str]:
    return {hit.title[0].text for hit in engine.search(SearchQuery(), Reader("ru")).hits}


@pytest.mark.setting("ELASTICSEARCH_URL")
def test_a_change_is_owed_where_the_settings_name_an_elasticsearch(settings) -> None:
    settings.ELASTICSEARCH_URL = ADDRESS
    changes.record("page:1")
    changes.record_subtree("/home/")
    changes.record_everything()
    owed = OwedChange.objects.select_related("change")
    assert [row.change.kind for row in owed] == ["document", "subtree", "everything"]


def test_without_an_elasticsearch_nothing_is_owed() -> None:
    changes.record("page:1")
    assert not OwedChange.objects.exists()


def test_21_what_rolls_back_is_not_owed(settings) -> None:
    settings.ELASTICSEARCH_URL = ADDRESS
    with transaction.atomic():
        changes.record("page:1")
        transaction.set_rollback(True)
    assert not OwedChange.objects.exists()


def test_pruning_keeps_thirty_days_and_one_row_before() -> None:
    record_old("page:1", "page:2", "page:3")
    changes.record("page:4")
    changes.prune()
    assert subjects() == ["page:3", "page:4"]


def test_pruning_keeps_the_newest_row_however_old() -> None:
    record_old("page:1", "page:2")
    changes.prune()
    assert subjects() == ["page:2"]


def test_pruning_keeps_what_is_owed_and_all_after_it(settings) -> None:
    record_old("page:1", "page:2")
    settings.ELASTICSEARCH_URL = ADDRESS
    changes.record("page:3")
    settings.ELASTICSEARCH_URL = ""
    changes.record("page:4")
    changes.record("page:5")
    Change.objects.update(recorded_at=long_ago())
    changes.prune()
    assert subjects() == ["page:2", "page:3", "page:4", "page:5"]
    OwedChange.objects.all().delete()
    changes.prune()
    assert subjects() == ["page:5"]


def test_the_database_itself_refuses_to_lose_a_row_that_is_owed(settings) -> None:
    settings.ELASTICSEARCH_URL = ADDRESS
    changes.record("page:1")
    with pytest.raises(IntegrityError):
        Change.objects.all().delete()


def test_an_index_in_step_is_not_made_anew_after_pruning(
    bank: Bank, tmp_path: Path, caplog
) -> None:
    own = EmbeddedEngine(tmp_path / "index.sqlite3")
    bank.put(document("page:1", "Первый"))
    record_old("page:1", "page:2", "page:3")
    assert titles(own) == {"Первый"}
    bank.put(document("page:1", "Изменён без записи в журнале"), document("page:4", "Четвёртый"))
    changes.record("page:4")
    changes.prune()
    assert titles(own) == {"Первый", "Четвёртый"}
    assert "anew" not in caplog.text


def test_an_index_that_missed_pruned_changes_is_made_anew(bank: Bank, tmp_path: Path) -> None:
    own = EmbeddedEngine(tmp_path / "index.sqlite3")
    bank.put(document("page:1", "Первый"))
    record_old("page:1")
    assert titles(own) == {"Первый"}
    bank.put(document("page:2", "Второй"))
    record_old("page:2", "page:3")
    changes.prune()
    assert titles(own) == {"Первый", "Второй"}


def test_a_late_row_below_the_first_is_not_taken_for_pruned(bank: Bank, tmp_path: Path) -> None:
    own = EmbeddedEngine(tmp_path / "index.sqlite3")
    titles(own)
    changes.record("page:1")
    late = Change.objects.latest("pk")
    Change.objects.filter(pk__lte=late.pk).delete()
    bank.put(document("page:2", "Второй"))
    changes.record("page:2")
    titles(own)
    bank.put(document("page:1", "Первый"))
    late.save(force_insert=True)
    assert titles(own) == {"Первый", "Второй"}


def test_the_background_process_prunes_after_its_index_caught_up(bank: Bank) -> None:
    bank.put(document("page:1", "Первый"))
    record_old("page:1", "page:2")
    call_command("work", "--once")
    assert subjects() == ["page:2"]
    assert titles(engine()) == {"Первый"}
