"""What browsers are told of every answer, whoever gives it."""

import pytest
from django.test import Client

from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

STRICT = ("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")


@pytest.mark.parametrize(
    "path",
    ["/", "/ru/", "/kk/search/?q=урок", "/ru/nothing/", "/m/9999/", "/healthz", "/api/v1/no"],
)
def test_every_public_answer_has_the_strict_policy(reader, path):
    factories.home()
    headers = reader.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert all(part in policy for part in STRICT)
    assert "unsafe" not in policy
    assert "nonce" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_a_page_from_the_cache_and_a_page_that_fails_have_it_as_well(monkeypatch):
    reader = Client(raise_request_exception=False)
    page = factories.experience(live=True)
    answers = [reader.get(page.url), reader.get(page.url)]
    monkeypatch.setattr("experience.models.ExperiencePage.get_context", lambda *args: 1 / 0)
    broken = reader.get(f"{page.url}?again")
    assert broken.status_code == 500
    for answer in [*answers, broken]:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_the_cms_may_show_its_preview_in_a_frame(client):
    client.force_login(factories.user(superuser=True))
    headers = client.get("/cms/").headers
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_a_file_is_never_a_page_of_the_portal(reader):
    document = factories.document()
    headers = reader.get(document.url).headers
    assert "sandbox" in headers["Content-Security-Policy"]
    assert headers["Content-Disposition"].startswith("attachment")
