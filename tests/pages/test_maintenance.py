"""The page of maintenance: on and off, without the database, with what must answer meanwhile."""

from argparse import ArgumentTypeError
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from pages.maintenance import SHORTEST_WAIT, MaintenanceMiddleware, begin
from pages.management.commands.maintenance import next_time
from tests import factories


@pytest.fixture(autouse=True)
def page(settings, tmp_path):
    """The file of the page, in a place of this test's own."""
    settings.MAINTENANCE_PAGE = tmp_path / "maintenance.html"
    return settings.MAINTENANCE_PAGE


# No mark of the database: a query would fail the test.
@pytest.mark.parametrize(
    "path", ["/", "/ru/", "/kk/experience/x/", "/cms/", "/api/v1/search", "/readyz"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_answers_503_in_both_languages(reader, path, method):
    begin(None)
    answer = getattr(reader, method)(path)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == str(SHORTEST_WAIT)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    text = answer.content.decode()
    assert "Портал жаңартылып жатыр" in text
    assert "Портал обновляется" in text


def test_the_process_still_says_that_it_lives_and_gives_the_style(reader):
    begin(None)
    assert reader.get("/healthz").status_code == 200
    through = MaintenanceMiddleware(lambda request: HttpResponse(status=200))
    ask = RequestFactory().get
    answers = [through(ask(path)).status_code for path in ("/static/css/tokens.css", "/ru/")]
    assert answers == [200, 503]


@pytest.mark.django_db
def test_it_stands_before_kept_pages_and_goes_without_a_trace():
    factories.home()
    reader = Client()
    assert reader.get("/ru/").status_code == 200
    call_command("maintenance", "on")
    assert reader.get("/ru/").status_code == 503
    call_command("maintenance", "off")
    call_command("maintenance", "off")
    assert reader.get("/ru/").status_code == 200


def test_the_end_is_said_and_readers_come_back_then(reader, page):
    end = timezone.localtime() + timedelta(hours=2)
    begin(end)
    answer = reader.get("/ru/")
    assert f"{end:%H:%M}" in answer.content.decode()
    assert abs(int(answer.headers["Retry-After"]) - 7200) < 60
    assert page.read_bytes() == answer.content


def test_the_end_is_the_next_such_time_of_the_portal():
    now = timezone.localtime()
    for text in ("00:00", "12:30", "23:59"):
        moment = next_time(text)
        assert f"{moment:%H:%M}" == text
        assert timedelta(0) < moment - now <= timedelta(days=1)
    with pytest.raises(ArgumentTypeError):
        next_time("6 pm")


def test_an_error_of_the_portal_is_told_as_it_is():
    def failing(_request):
        raise LookupError("no school")

    with pytest.raises(LookupError) as raised:
        MaintenanceMiddleware(failing)(RequestFactory().get("/kk/"))
    assert raised.value.__context__ is None
