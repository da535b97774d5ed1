"""The index of the server follows the content: nothing is lost, nothing that did not happen is found."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from search import changes
from search.drift import drift
from search.engines.elasticsearch import feeding
from search.engines.elasticsearch.bulk import CHANGE, REBUILD, index_keys
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.indices import Indices, Mark
from search.engines.elasticsearch.server import Server
from search.engines.failures import UnavailableError
from search.models import Change, OwedChange
from search.query import SearchQuery
from search.readers import Reader
from tests.search.bank import Bank, document
from tests.search.bank import bank as shared_bank
from tests.search.following import found, publish, withdraw

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def owing(settings, address: str) -> None:
    settings.ELASTICSEARCH_URL = address


@pytest.fixture
def indices(address: str, name: str) -> Iterator[Indices]:
    with Server(address).client() as client:
        yield Indices(client, name)


def in_step(engine: ElasticsearchEngine) -> bool:
    return engine.in_step() and not drift(engine.digests()).keys


def test_20_what_is_owed_is_paid_and_then_found(engine: ElasticsearchEngine) -> None:
    publish("page:1", "page:2")
    engine.catch_up()
    publish("page:3", title="Диктант")
    withdraw("page:1")
    assert not engine.in_step()
    engine.catch_up()
    assert found(engine) == {"page:2", "page:3"}
    assert found(engine, "диктант") == {"page:3"}
    assert in_step(engine)


def test_19_a_subtree_changes_at_once(engine: ElasticsearchEngine, bank: Bank) -> None:
    publish("a/1", "a/2", "b/1")
    engine.catch_up()
    del bank.documents_by_key["a/1"]
    bank.put(document("a/2", "Диктант"), document("a/3", "Диктант"))
    changes.record_subtree("a/")
    engine.catch_up()
    assert found(engine) == {"a/2", "a/3", "b/1"}
    assert found(engine, "диктант") == {"a/2", "a/3"}


def test_a_change_of_everything_makes_the_index_anew(
    engine: ElasticsearchEngine, indices: Indices, bank: Bank
) -> None:
    publish("page:1", "page:2")
    engine.catch_up()
    before = indices.serving()
    bank.documents_by_key.clear()
    bank.put(document("page:2", "Диктант"))
    changes.record_everything()
    engine.catch_up()
    assert found(engine) == found(engine, "диктант") == {"page:2"}
    assert indices.serving() != before
    assert in_step(engine)


def test_21_a_rolled_back_transaction_leaves_no_trace(engine: ElasticsearchEngine) -> None:
    publish("page:1")
    engine.catch_up()
    with transaction.atomic():
        publish("page:2")
        transaction.set_rollback(True)
    del shared_bank.documents_by_key["page:2"]
    engine.catch_up()
    assert found(engine) == {"page:1"}


def test_a_change_that_commits_late_under_a_lower_id_is_not_lost(
    engine: ElasticsearchEngine, bank: Bank
) -> None:
    engine.catch_up()
    publish("page:1")
    late = Change.objects.latest("pk")
    OwedChange.objects.all().delete()
    late.delete()
    bank.documents_by_key.clear()
    publish("page:2")
    engine.catch_up()
    bank.put(document("page:1"))
    late.save(force_insert=True)
    OwedChange.objects.create(change=late)
    engine.catch_up()
    assert found(engine) == {"page:1", "page:2"}


def test_what_fails_stays_owed(engine: ElasticsearchEngine, name: str) -> None:
    publish("page:1")
    engine.catch_up()
    publish("page:2")
    with pytest.raises(UnavailableError):
        ElasticsearchEngine(Server("http://127.0.0.1:9"), name).catch_up()
    assert OwedChange.objects.count() == 1
    engine.catch_up()
    assert found(engine) == {"page:1", "page:2"}
    assert in_step(engine)


def test_a_database_restored_behind_the_index_is_noticed(
    engine: ElasticsearchEngine, bank: Bank
) -> None:
    publish("page:1")
    publish("page:2")
    engine.catch_up()
    Change.objects.get(subject="page:2").delete()
    del bank.documents_by_key["page:2"]
    engine.catch_up()
    assert found(engine) == {"page:1"}
    assert in_step(engine)


def test_a_restored_database_that_gave_an_old_id_to_a_new_change_is_noticed(
    engine: ElasticsearchEngine, bank: Bank
) -> None:
    publish("page:1")
    publish("page:2")
    engine.catch_up()
    lost = Change.objects.get(subject="page:2")
    number = lost.pk
    lost.delete()
    bank.documents_by_key.clear()
    bank.put(document("page:1"), document("page:3"))
    Change.objects.create(pk=number, kind=Change.Kind.DOCUMENT, subject="page:3")
    engine.catch_up()
    assert found(engine) == {"page:1", "page:3"}


def test_changes_made_while_no_server_was_set_are_noticed(
    engine: ElasticsearchEngine, settings, address: str
) -> None:
    publish("page:1")
    engine.catch_up()
    settings.ELASTICSEARCH_URL = ""
    publish("page:2")
    settings.ELASTICSEARCH_URL = address
    engine.catch_up()
    assert found(engine) == {"page:1", "page:2"}


def test_an_older_reading_never_overwrites_a_newer_one(
    engine: ElasticsearchEngine, indices: Indices, bank: Bank, address: str, monkeypatch
) -> None:
    publish("page:1", title="Новое")
    engine.catch_up()
    index = indices.serving()
    assert index is not None
    earlier = Mark(Mark.newest().change - 1, 0)
    with Server(address).client() as client:
        bank.put(document("page:1", "Старое"))
        index_keys(client, [index], ["page:1"], REBUILD)
        client.indices.refresh(index=index)
        assert found(engine, "новое") == {"page:1"}
        monkeypatch.setattr(Mark, "newest", lambda: earlier)
        index_keys(client, [index], ["page:1"], CHANGE)
        client.indices.refresh(index=index)
    assert found(engine, "новое") == {"page:1"}


def test_27_a_page_published_during_a_rebuild_is_in_the_new_index(
    engine: ElasticsearchEngine, indices: Indices, bank: Bank
) -> None:
    bank.put(*(document(f"page:{number:03}", "Урок") for number in range(120)))
    engine.catch_up()
    before = indices.serving()
    seen: list[set[str]] = []

    def publish_meanwhile(done: int, total: int) -> None:
        if not seen:
            publish("page:000", "page:000a", title="Диктант")
            engine.catch_up()
            seen.append(found(engine, "диктант"))

    assert engine.rebuild(publish_meanwhile) == 121
    assert seen == [{"page:000", "page:000a"}]
    assert indices.serving() != before
    assert found(engine, "диктант") == {"page:000", "page:000a"}
    assert in_step(engine)


def test_27_an_interrupted_rebuild_goes_on_where_it_was_and_searches_go_on(
    engine: ElasticsearchEngine, indices: Indices, bank: Bank, monkeypatch
) -> None:
    bank.put(*(document(f"page:{number:03}", "Урок") for number in range(120)))
    engine.catch_up()

    class Killed(BaseException):
        pass

    def kill(done: int, total: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        engine.rebuild(kill)
    assert indices.growing() is not None
    assert engine.search(SearchQuery(), Reader("ru")).total == 120
    publish("page:000", title="Диктант")
    engine.catch_up()
    again: list[str] = []

    def noted(client, of, keys, version_type) -> None:
        again.extend(keys)
        index_keys(client, of, keys, version_type)

    monkeypatch.setattr(feeding, "index_keys", noted)
    engine.rebuild()
    assert len(again) == 70
    assert found(engine, "диктант") == {"page:000"}
    assert in_step(engine)


def test_the_index_before_is_kept_one_generation(
    engine: ElasticsearchEngine, indices: Indices
) -> None:
    made: list[str | None] = []
    for _ in range(3):
        engine.rebuild()
        made.append(indices.serving())
    assert sorted(indices.every()) == sorted(str(index) for index in made[1:])


def test_a_round_spends_only_its_budget_on_a_new_index(
    engine: ElasticsearchEngine, bank: Bank
) -> None:
    bank.put(*(document(f"page:{number:03}", "Урок") for number in range(120)))
    engine.catch_up(budget=0.0)
    with pytest.raises(UnavailableError):
        engine.search(SearchQuery(), Reader("ru"))
    engine.catch_up(budget=60.0)
    assert engine.search(SearchQuery(), Reader("ru")).total == 120
