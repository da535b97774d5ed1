"""A publishing process killed at any moment loses nothing, publishes nothing by half, and no index drifts."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction

from experience.models import KnowledgePage
from search import changes
from search.drift import Drift, drift
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.server import Server
from search.engines.embedded.engine import EmbeddedEngine
from tests.conftest import PATIENCE
from tests.whole_site.index_state import content_of, differences, documents_of
from tests.whole_site.killing import Acknowledged, live_until_killed
from tests.whole_site.walk.walk import Walk

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.long,
]

KILLS = int(os.environ.get("KILLS", "20"))
# On a server fewer: each kill is compared with an index that is made anew there.
KILLS_ON_A_SERVER = max(5, KILLS // 20)
NONE = Drift([], [], [])


@pytest.fixture
def index(settings, tmp_path: Path) -> Path:
    """Where the processes keep their embedded index; the bank is begun."""
    settings.SEARCH_INDEX_PATH = tmp_path / "index.sqlite3"
    Walk(seed=1).begin()
    return settings.SEARCH_INDEX_PATH


def check_content(acknowledged: Acknowledged) -> None:
    """What was acknowledged is so; no page is live by half."""
    live = {page.pk: page for page in KnowledgePage.objects.live().specific()}
    for number, title in acknowledged.titles.items():
        assert (live[number].title if number in live else None) == title
    for page in live.values():
        assert page.live_revision.as_object().title == page.title


def test_a_killed_publisher_leaves_the_embedded_index_as_a_fresh_one(
    index: Path, tmp_path: Path
) -> None:
    acknowledged = 0
    for number in range(KILLS):
        # What a process that starts now makes of the file.
        done = live_until_killed(number, lambda: EmbeddedEngine(index).catch_up())
        acknowledged += len(done.titles)
        check_content(done)
        engine, fresh = EmbeddedEngine(index), EmbeddedEngine(tmp_path / f"fresh-{number}.sqlite3")
        engine.catch_up()
        fresh.rebuild()
        assert differences(content_of(engine), content_of(fresh)) == []
    assert acknowledged >= KILLS / 4


@pytest.mark.any_database
def test_a_killed_publisher_leaves_the_index_of_a_server_as_a_fresh_one(
    index: Path, settings, address: str, name: str, another_name: str
) -> None:
    settings.ELASTICSEARCH_URL = address
    for number in range(KILLS_ON_A_SERVER):
        done = live_until_killed(
            number, lambda: ElasticsearchEngine(Server(address, PATIENCE), name).catch_up()
        )
        check_content(done)
        engine = ElasticsearchEngine(Server(address, PATIENCE), name)
        fresh = ElasticsearchEngine(Server(address, PATIENCE), another_name)
        engine.catch_up()
        fresh.rebuild()
        assert differences(documents_of(engine), documents_of(fresh)) == []


def drift_after_a_kill_at_the_commit(index: Path, after: Any) -> Drift:
    """Publish in a process that is killed right after the commit, before what `after` does."""
    EmbeddedEngine(index).catch_up()
    connections.close_all()
    process = os.fork()
    if process == 0:
        try:
            with transaction.atomic():
                transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))
                after()
                Walk(seed=2).publish()
        finally:
            os._exit(1)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status)
    engine = EmbeddedEngine(index)
    engine.catch_up()
    return drift(engine.digests())


def test_a_kill_right_after_the_commit_loses_nothing(index: Path) -> None:
    assert drift_after_a_kill_at_the_commit(index, lambda: None) == NONE


def test_a_change_recorded_after_the_commit_would_be_lost(index: Path) -> None:
    record = changes._record

    def late(*change: Any) -> None:
        transaction.on_commit(lambda: record(*change))

    def record_late() -> None:
        changes._record = late

    assert drift_after_a_kill_at_the_commit(index, record_late) != NONE
