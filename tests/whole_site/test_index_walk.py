"""Whatever happens to the bank, its index is what a fresh one would be."""

import os

import pytest

from search.engines.serving import engine
from tests.whole_site.content_walk import Walk
from tests.whole_site.index_state import content_of, made_anew

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

STEPS = int(os.environ.get("WALK_STEPS", "200"))
STEPS_BETWEEN = 20


def test_after_random_events_the_index_is_what_a_fresh_one_would_be(settings, tmp_path) -> None:
    settings.SEARCH_INDEX_PATH = tmp_path / "index.sqlite3"
    walk = Walk(seed=STEPS)
    walk.begin()
    done: list[str] = []
    for number in range(1, STEPS + 1):
        done.append(walk.step())
        if number % STEPS_BETWEEN == 0:
            engine().catch_up()
            fresh = made_anew(tmp_path / f"fresh-{number}.sqlite3")
            kept = content_of(engine())
            assert kept["documents"] == fresh["documents"], done[-STEPS_BETWEEN:]
            assert kept == fresh, done[-STEPS_BETWEEN:]
    assert len({event for event in done if "refused" not in event}) > 20


def test_an_event_that_leaves_no_trace_in_the_log_would_be_seen(settings, tmp_path) -> None:
    settings.SEARCH_INDEX_PATH = tmp_path / "index.sqlite3"
    walk = Walk(seed=1)
    walk.begin()
    engine().catch_up()
    page = walk.material(live=True)
    type(page).objects.filter(pk=page.pk).update(summary="Другая аннотация")
    engine().catch_up()
    assert content_of(engine()) != made_anew(tmp_path / "fresh.sqlite3")
