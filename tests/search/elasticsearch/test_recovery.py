"""Behaviours 26 and 27: whatever a server did while it was fed or its index made, nothing drifts afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from search import changes
from search.drift import Drift, drift
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.server import Server
from search.engines.failures import UnavailableError
from search.models import OwedChange
from tests.conftest import PATIENCE
from tests.search.bank import Bank, document
from tests.search.elasticsearch.fake_server import ANSWERS, SILENT, Fault, faulty_server

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.any_database,
    pytest.mark.long,
]

FAULTS = [*ANSWERS, SILENT]
# The making of an index of so many documents is some fifteen requests.
DOCUMENTS = 120
# Seconds that a request of indexing waits for a server that fails.
HASTE = 1.0


@pytest.fixture
def fault(settings, address: str) -> Iterator[Fault]:
    with faulty_server(address) as fault:
        settings.ELASTICSEARCH_URL = fault.address
        yield fault


@pytest.fixture
def engine(bank: Bank, fault: Fault, name: str) -> ElasticsearchEngine:
    """An engine whose server may fail, with an index of what is in the bank."""
    bank.put(*(document(f"page:{number:03}", "Урок") for number in range(DOCUMENTS)))
    engine = ElasticsearchEngine(Server(fault.address, PATIENCE), name)
    engine.rebuild()
    return engine


def edit(bank: Bank) -> None:
    """Publish, change and withdraw."""
    bank.put(document("page:new", "Диктант"), document("page:001", "Диктант"))
    del bank.documents_by_key["page:002"]
    for key in ("page:new", "page:001", "page:002"):
        changes.record(key)


@contextmanager
def failing(engine: ElasticsearchEngine, fault: Fault, answer: str, left: int) -> Iterator[None]:
    """Let the server fail after so many requests; catching up then says that it is not there."""
    patient = engine._server._client
    engine._server._client = patient.options(request_timeout=HASTE)
    fault.answer, fault.left = answer, left
    with pytest.raises(UnavailableError):
        yield
    fault.answer, engine._server._client = "", patient


def is_sound(engine: ElasticsearchEngine) -> bool:
    engine.catch_up()
    return engine.in_step() and drift(engine.digests()) == Drift([], [], [])


@pytest.mark.parametrize("answer", FAULTS)
def test_26_edits_during_a_fault_are_all_there_after_it(
    answer: str, engine: ElasticsearchEngine, bank: Bank, fault: Fault
) -> None:
    edit(bank)
    for left in (0, 2, 4):
        with failing(engine, fault, answer, left):
            engine.catch_up()
        assert OwedChange.objects.exists()
        edit_again(bank, left)
    assert is_sound(engine)


@pytest.mark.parametrize("left", [1, 3, 5, 7, 9])
@pytest.mark.parametrize("answer", ["500", "other json", SILENT])
def test_27_a_fault_in_the_middle_of_a_rebuild_leaves_no_drift(
    answer: str, left: int, engine: ElasticsearchEngine, bank: Bank, fault: Fault
) -> None:
    changes.record_everything()
    with failing(engine, fault, answer, left):
        engine.catch_up()
    edit(bank)
    assert is_sound(engine)


def edit_again(bank: Bank, number: int) -> None:
    """Change one more while the server fails."""
    bank.put(document(f"page:00{number + 3}", "Диктант"))
    changes.record(f"page:00{number + 3}")


def test_26_a_change_that_is_not_owed_would_be_missed(
    engine: ElasticsearchEngine, bank: Bank
) -> None:
    bank.put(document("page:new", "Диктант"))
    assert not is_sound(engine)
