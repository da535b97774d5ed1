"""Whatever stands in an address, a page answers, and with bounded work."""

from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories

PAGES = [
    "/ru/",
    "/kk/experience/",
    "/ru/search/",
    "/ru/search/feed/",
    "/ru/authors/",
    "/ru/subjects/",
    "/ru/schools/",
]
NAMES = ["q", "page", "grade", "subject", "language", "type", "area", "suits", "level", "sort", "x"]
HOSTILE = [
    "",
    "0",
    "-1",
    "99999999999999999999",
    "1e9",
    "\x00",
    "'\" OR 1=1 --",
    "<script>alert(1)</script>",
    "*",
    '"',
    "AND",
    "a:b",
    "(",
    "NEAR(a b)",
    "ә" * 5000,
    "😀",
    "%s%n{}",
    "../../etc/passwd",
    "٣",
]
ALLOWED = (200, 301, 302, 404)


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_hostile_parameters_never_break_a_page(reader, indexed, path):
    factories.experience(live=True)
    indexed()
    for name in NAMES:
        for value in HOSTILE:
            response = reader.get(path, {name: value})
            assert response.status_code in ALLOWED, (path, name, value)
            assert "<script>alert" not in response.content.decode(), (path, name, value)


@pytest.mark.django_db
def test_a_page_far_beyond_the_end_does_bounded_work(reader, indexed):
    factories.experience(live=True)
    indexed()
    reader.get("/ru/experience/")
    for page in ("2", "100", "101", "5000"):
        with CaptureQueriesContext(connection) as queries:
            response = reader.get("/ru/experience/", {"page": page})
        assert response.status_code in ALLOWED
        assert len(queries) <= 8


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(parameters=st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=300)), max_size=6))
def test_any_parameters_are_answered(client, parameters):
    factories.home()
    for path in ("/kk/search/", "/ru/search/"):
        assert client.get(f"{path}?{urlencode(parameters)}").status_code in ALLOWED


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/kk/%00/", "/kk/" + "a/" * 30, "/kk/authors/%D2%9B/", "/m/0/", "/documents/99999/"]
)
def test_strange_addresses_answer_404(reader, path):
    factories.home()
    assert reader.get(path).status_code == 404


@pytest.mark.django_db
def test_a_foreign_host_name_is_refused_without_a_failure(reader):
    factories.home()
    assert reader.get("/ru/").status_code == 200
    assert reader.get("/ru/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.django_db
def test_markup_in_texts_is_shown_harmless(reader, indexed):
    hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    page = factories.experience(
        live=True,
        title=hostile[:200],
        summary=hostile,
        leading_idea=hostile,
        equipment=hostile,
        literature=hostile,
    )
    indexed()
    from django.utils import translation

    with translation.override("ru"):
        for path in (page.url, "/ru/", "/ru/experience/", "/ru/search/?q=script"):
            text = reader.get(path).content.decode()
            assert "<script>alert" not in text, path
            assert "<img src=x" not in text, path


@pytest.mark.django_db
def test_a_title_of_255_kazakh_letters_is_served(reader, indexed):
    page = factories.experience(live=True, language="kk", title="Ққ" * 127 + "қ", slug="")
    indexed()
    assert len(page.slug) <= 255
    assert reader.get(f"/kk/experience/{page.slug}/").status_code == 200
