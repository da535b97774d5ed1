"""Whatever happens to the bank, its indexes are what fresh ones would be."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from search import changes
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.server import Server
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.serving import engine as serving_engine
from tests.conftest import PATIENCE
from tests.whole_site.index_state import answers_of, content_of, differences, documents_of
from tests.whole_site.walk.walk import Walk
from tests.whole_site.walk.walking import WORDS

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.long,
]

STEPS = int(os.environ.get("WALK_STEPS", "200"))
SEED = int(os.environ.get("WALK_SEED", STEPS))
# An index is fed now after one step, now after many; a server seldom: it makes its index anew for
# every change of a vocabulary.
SHARE_FED = 0.3
SHARE_FED_TO_A_SERVER = 0.08
COMPARED = 10
COMPARED_ON_A_SERVER = 2
# Distinct events that a walk of any length must have done.
VARIETY = 30


@pytest.fixture
def embedded(settings, tmp_path: Path) -> EmbeddedEngine:
    settings.SEARCH_INDEX_PATH = tmp_path / "index.sqlite3"
    engine = serving_engine()
    assert isinstance(engine, EmbeddedEngine)
    return engine


@pytest.fixture
def elasticsearch(settings, address: str, name: str) -> ElasticsearchEngine:
    settings.ELASTICSEARCH_URL = address
    return ElasticsearchEngine(Server(address, PATIENCE), name)


def walk(
    feed: Callable[[], None],
    compare: Callable[[list[str]], None],
    *,
    share_fed: float,
    compared: int,
) -> None:
    """Walk; feed the index now and then, compare it so many times."""
    walk = Walk(SEED)
    walk.begin()
    done: list[str] = []
    for number in range(1, STEPS + 1):
        done.append(walk.step())
        if walk.chance.random() < share_fed:
            feed()
            done.append("fed")
        if number % (STEPS // compared) == 0:
            feed()
            compare(done)
    assert len({event for event in done if "refused" not in event}) > VARIETY


def alike(kept: Mapping[Any, Any], fresh: Mapping[Any, Any], done: Sequence[str]) -> None:
    """Fail with what differs, and with what was done before."""
    found = differences(kept, fresh)
    if found:
        pytest.fail("\n".join([*(line[:500] for line in found[:20]), "after", *done[-60:]]))


def test_20_after_random_events_the_embedded_index_is_what_a_fresh_one_would_be(
    embedded: EmbeddedEngine, tmp_path: Path
) -> None:
    def compare(done: list[str]) -> None:
        fresh = made_anew(tmp_path / f"fresh-{len(done)}.sqlite3")
        alike(content_of(embedded), content_of(fresh), done)
        alike(answers_of(embedded, WORDS[:3]), answers_of(fresh, WORDS[:3]), done)

    walk(embedded.catch_up, compare, share_fed=SHARE_FED, compared=COMPARED)


@pytest.mark.any_database
def test_20_after_random_events_the_index_of_a_server_is_what_a_fresh_one_would_be(
    elasticsearch: ElasticsearchEngine, fresh: ElasticsearchEngine
) -> None:
    def compare(done: list[str]) -> None:
        assert elasticsearch.in_step()
        fresh.rebuild()
        alike(documents_of(elasticsearch), documents_of(fresh), done)

    walk(
        elasticsearch.catch_up,
        compare,
        share_fed=SHARE_FED_TO_A_SERVER,
        compared=COMPARED_ON_A_SERVER,
    )


@pytest.fixture
def fresh(another_name: str, address: str) -> ElasticsearchEngine:
    return ElasticsearchEngine(Server(address, PATIENCE), another_name)


SWALLOWED = ["publish", "move_section", "rename_file"]


def after_a_swallowed_change(
    event: str, feed: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Do one event of which the change log learns nothing."""
    walk = Walk(seed=1)
    walk.begin()
    walk.attach()
    walk.link()
    feed()
    with monkeypatch.context() as patch:
        patch.setattr(changes, "_record", lambda *change: None)
        getattr(walk, event)()
    feed()


@pytest.mark.parametrize("event", SWALLOWED)
def test_a_change_that_the_log_swallows_would_be_seen(
    event: str, embedded: EmbeddedEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after_a_swallowed_change(event, embedded.catch_up, monkeypatch)
    assert content_of(embedded) != content_of(made_anew(tmp_path / "fresh.sqlite3"))


@pytest.mark.any_database
def test_a_change_that_the_log_swallows_would_be_seen_on_a_server(
    elasticsearch: ElasticsearchEngine,
    fresh: ElasticsearchEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    after_a_swallowed_change("publish", elasticsearch.catch_up, monkeypatch)
    fresh.rebuild()
    assert documents_of(elasticsearch) != documents_of(fresh)


def made_anew(path: Path) -> EmbeddedEngine:
    """An index of the content as it is now."""
    engine = EmbeddedEngine(path)
    engine.rebuild()
    return engine
