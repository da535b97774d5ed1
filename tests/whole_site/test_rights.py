"""Behaviour 18: no reader learns of what they may not see, from any output of the search."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accounts.models import User
from experience.managers import MaterialQuerySet
from experience.search_source import Restrictions
from search.documents import PUBLIC
from search.engines import serving
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.server import Server
from search.query import SearchQuery
from search.readers import Reader
from tests import factories
from tests.conftest import PATIENCE
from tests.whole_site.secret_outputs import OUTPUTS, Reading, described
from tests.whole_site.secret_tree import SecretTree

pytestmark = [pytest.mark.django_db, pytest.mark.long]

TREES = int(os.environ.get("RIGHTS_TREES", "1"))
SEED = int(os.environ.get("RIGHTS_SEED", "1"))

ENGINES = [
    serving.EMBEDDED,
    pytest.param(serving.ELASTICSEARCH, marks=pytest.mark.any_database),
]
# Each tree is asked some seven hundred questions; an engine answers them from the same tokens.
CASES = [
    *(pytest.param(serving.EMBEDDED, seed) for seed in range(SEED, SEED + TREES)),
    *(
        pytest.param(serving.ELASTICSEARCH, seed, marks=pytest.mark.any_database)
        for seed in range(SEED, SEED + max(1, TREES // 4))
    ),
]

Feed = Callable[[], None]


@pytest.fixture
def feed(request, settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Feed:
    """Serve from an index of this test's own; returns what brings it up to date."""
    settings.SEARCH_INDEX_PATH = tmp_path / "index.sqlite3"
    settings.SEARCH_QUERY_LOG_PATH = tmp_path / "questions.log"
    if request.param == serving.ELASTICSEARCH:
        address = request.getfixturevalue("address")
        own = ElasticsearchEngine(Server(address, PATIENCE), request.getfixturevalue("name"))
        settings.ELASTICSEARCH_URL = address
        monkeypatch.setattr(serving, "_elasticsearch", lambda address: own)
    return serving.engine().catch_up


def readers(tree: SecretTree) -> Iterator[User | None]:
    """Everybody, somebody signed in, a member of a group, a superuser."""
    yield None
    yield factories.user()
    member = factories.user()
    member.groups.add(tree.members)
    yield member
    yield factories.user(superuser=True)


def closed_tree(seed: int, feed: Feed) -> SecretTree:
    """A tree of which the index has seen everything while it was open."""
    tree = SecretTree(seed)
    feed()
    tree.close()
    feed()
    assert not serving.engine().search(SearchQuery(), Reader("ru")).stands_in
    return tree


@pytest.mark.parametrize(("feed", "seed"), CASES, indirect=["feed"])
def test_18_no_output_tells_a_reader_of_what_they_may_not_see(feed: Feed, seed: int) -> None:
    tree = closed_tree(seed, feed)
    told = {
        f"{output.__name__} to {number}: {found}"
        for number, reading in enumerate(Reading(tree, user) for user in readers(tree))
        for output in OUTPUTS
        for found in output(reading.asking_anew())
    }
    assert not told, "\n".join(sorted(told))


@pytest.mark.parametrize("feed", ENGINES, indirect=True)
def test_18_without_the_filter_every_output_would_tell(
    feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Restrictions, "visibility", lambda restrictions, path: (PUBLIC,))
    monkeypatch.setattr(MaterialQuerySet, "published", MaterialQuerySet.live)
    reading = Reading(closed_tree(SEED, feed), None)
    silent = [output.__name__ for output in OUTPUTS if not any(output(reading))]
    # The description of the search names no material, whoever may see it.
    assert silent == [described.__name__]
