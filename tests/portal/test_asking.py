"""A process asks once a generation whether the index is in step, and still never answers stale."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.engines.embedded.engine import EmbeddedEngine
from search.models import OwedChange
from tests import factories
from tests.search.elasticsearch.fake_server import fake_server

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

CHANGE_LOG = 'FROM "search_change"'


def looks(reader, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert reader.get(path).status_code == 200
    return sum(CHANGE_LOG in query["sql"] for query in queries)


def test_the_change_log_is_read_once_a_generation(reader):
    factories.experience(live=True)
    assert looks(reader, "/ru/experience/") > 0
    assert looks(reader, "/ru/experience/") == 0


def test_what_is_published_stands_in_the_next_list(reader):
    factories.experience(live=True)
    reader.get("/ru/experience/")
    page = factories.experience(live=True, title="Свежее описание")
    assert "Свежее описание" in reader.get("/ru/experience/").content.decode()
    page.unpublish()
    assert "Свежее описание" not in reader.get("/ru/experience/").content.decode()


def test_an_index_that_was_lost_is_made_anew(reader, settings, tmp_path):
    factories.experience(live=True, title="Описание опыта")
    assert "Описание опыта" in reader.get("/ru/experience/").content.decode()
    settings.SEARCH_INDEX_PATH = tmp_path / "other.sqlite3"
    assert "Описание опыта" in reader.get("/ru/experience/").content.decode()


def test_a_page_with_lists_asks_no_server_of_the_search(reader, settings, caplog):
    page = factories.experience(live=True)
    reader.get("/ru/experience/")
    with fake_server("500") as settings.ELASTICSEARCH_URL:
        OwedChange.objects.all().delete()
        for path in ("/ru/", "/ru/experience/", page.url):
            assert reader.get(path).status_code == 200
        assert not failures(caplog)
        reader.get("/ru/search/?q=описание")
        assert failures(caplog), "the server was never in the way"


def test_a_page_adds_to_an_index_in_the_making_once(reader, monkeypatch):
    for _ in range(3):
        factories.experience(live=True)
    looks = []
    monkeypatch.setattr(EmbeddedEngine, "_caught_up", lambda self: bool(looks.append(1)))
    for path in ("/ru/", "/ru/experience/"):
        looks.clear()
        assert reader.get(path).status_code == 200
        assert looks == [1], path


def failures(caplog) -> list[str]:
    return [record.message for record in caplog.records if record.name == "search.engines.guarded"]
