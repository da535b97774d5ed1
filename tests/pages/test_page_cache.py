"""Whole pages kept for readers of whom nothing is known: never stale, never anybody's own."""

import gzip
import threading
import time
from collections.abc import Callable

import brotli
import pytest
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from pages import page_cache_middleware
from pages.cached import set_passing
from pages.page_cache import KeptPage, PageCache, pages
from pages.page_cache_middleware import PageCacheMiddleware
from tests import factories

# Committed: an index inside an open transaction is never in step, and what it says not kept.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def kept_pages() -> int:
    return len(pages._pages)


@pytest.fixture
def counted(monkeypatch) -> list[str]:
    """The addresses that were not answered from the cache."""
    made: list[str] = []
    original = PageCacheMiddleware._made

    def noted(self: PageCacheMiddleware, request: HttpRequest, key: object) -> HttpResponse:
        made.append(request.get_full_path())
        return original(self, request, key)

    monkeypatch.setattr(PageCacheMiddleware, "_made", noted)
    return made


def test_a_page_is_made_once_and_sent_alike(reader, counted):
    page = factories.experience(live=True, title="Парная работа")
    first, second = reader.get(page.url), reader.get(page.url)
    assert counted == [page.url]
    assert second.content == first.content
    assert "Парная работа" in second.content.decode()
    assert second.headers == first.headers
    assert second.headers["Cache-Control"] == "no-cache"
    varying = {name.strip() for name in second.headers["Vary"].split(",")}
    assert varying == {"Accept-Encoding", "Cookie", "Save-Data"}


def test_a_page_that_did_not_change_is_not_sent_again(reader):
    page = factories.experience(live=True)
    etag = reader.get(page.url).headers["ETag"]
    again = reader.get(page.url, headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    # A change of another page leaves this one as it is: made anew, still not sent.
    factories.text(title="Контакты", in_footer=False)
    assert reader.get(page.url, headers={"if-none-match": etag}).status_code == 304
    assert reader.get(page.url, headers={"if-none-match": '"other"'}).status_code == 200


def test_the_first_reader_of_a_cold_page_may_already_have_it(reader, counted):
    page = factories.experience(live=True)
    etag = reader.get(page.url).headers["ETag"]
    pages.clear()
    assert reader.get(page.url, headers={"if-none-match": etag}).status_code == 304
    assert reader.get(page.url).status_code == 200
    assert len(counted) == 2


def test_what_is_published_stands_in_the_kept_page_at_once(reader):
    page = factories.experience(live=True, title="Прежнее название")
    assert "Прежнее название" in reader.get(page.url).content.decode()
    page.title = "Новое название"
    page.save_revision(clean=False).publish()
    assert "Новое название" in reader.get(page.url).content.decode()
    page.unpublish()
    assert reader.get(page.url).status_code in (404, 410)


def test_a_draft_leaves_the_kept_page(reader, counted):
    page = factories.experience(live=True)
    reader.get(page.url)
    page.save_revision(clean=False)
    reader.get(page.url)
    assert counted == [page.url]


@pytest.mark.parametrize("restriction", ["login", "groups", "password"])
def test_a_private_page_is_never_kept(reader, restriction):
    page = factories.experience(live=True, title="Только для своих")
    reader.get(page.url)
    before = kept_pages()
    private = PageViewRestriction.objects.create(
        page=page,
        restriction_type=restriction,
        password="secret" if restriction == "password" else "",
    )
    private.groups.set(Group.objects.all()[:1])
    pages.clear()
    assert before == 1, "the control: a public page is kept"
    answer = reader.get(page.url)
    assert "Только для своих" not in answer.content.decode() or restriction == "password"
    assert kept_pages() == 0


def test_who_has_a_session_is_neither_asked_nor_answered_from_the_cache(client, counted):
    page = factories.experience(live=True, title="Парная работа")
    client.force_login(factories.user("methodist"))
    answer = client.get(page.url)
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert (counted, kept_pages()) == ([], 0)


@pytest.mark.parametrize(
    "path", ["/ru/nothing-here/", "/ru/search/?q=урок", "/m/0001/", "/healthz", "/api/v1/search"]
)
def test_only_whole_public_pages_are_kept(reader, path):
    factories.experience(live=True)
    reader.get(path)
    assert kept_pages() == 0


def test_a_question_is_a_page_of_its_own(reader, counted):
    factories.experience(live=True)
    for path in ("/ru/experience/", "/ru/experience/?sort=title", "/kk/experience/"):
        reader.get(path)
        reader.get(path)
    assert len(counted) == 3


def test_a_page_is_compressed_for_whom_it_may(reader):
    page = factories.experience(live=True)
    plain = reader.get(page.url)
    assert not plain.has_header("Content-Encoding")
    sizes = []
    for encodings, packing, unpack in (
        ("gzip", "gzip", gzip.decompress),
        ("gzip, deflate, br", "br", brotli.decompress),
    ):
        first, second, third = (
            reader.get(page.url, headers={"accept-encoding": encodings}) for _ in range(3)
        )
        assert first.headers["Content-Encoding"] == packing
        assert unpack(first.content) == plain.content
        assert unpack(second.content) == plain.content
        assert second.content == third.content
        assert int(second.headers["Content-Length"]) == len(second.content)
        assert second.headers["ETag"] == first.headers["ETag"]
        sizes += [len(first.content), len(second.content)]
    gzipped, gzipped_again, packed, packed_again = sizes
    assert gzipped == gzipped_again > packed > packed_again


def test_a_page_of_yesterday_is_made_anew(reader, counted, monkeypatch):
    page = factories.experience(live=True)
    reader.get(page.url)
    later = page_cache_middleware.timezone.localdate().replace(year=2100)
    monkeypatch.setattr(page_cache_middleware.timezone, "localdate", lambda *_given: later)
    reader.get(page.url)
    assert len(counted) == 2


def answering(response: Callable[[HttpRequest], HttpResponse]) -> PageCacheMiddleware:
    return PageCacheMiddleware(response)


def html(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<p>Page", headers={"ETag": '"page"'})


def test_what_is_already_out_of_date_is_not_kept():
    def passing(request: HttpRequest) -> HttpResponse:
        set_passing(request)
        return html(request)

    for view, kept in ((passing, 0), (html, 1)):
        answering(view)(RequestFactory().get("/ru/"))
        assert kept_pages() == kept


def test_an_answer_with_a_cookie_is_not_kept():
    def with_cookie(request: HttpRequest) -> HttpResponse:
        response = html(request)
        response.set_cookie("view", "large")
        return response

    response = answering(with_cookie)(RequestFactory().get("/ru/"))
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert kept_pages() == 0


def test_a_reader_of_the_password_page_may_not_fill_the_cache(reader):
    """Its form has a token, and so a cookie."""
    page = factories.experience(live=True)
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="secret")
    answer = reader.get(page.url)
    assert answer.cookies
    assert "private" in answer.headers["Cache-Control"]


def test_many_readers_of_one_cold_page_cause_one_rendering():
    cache, made, seen = PageCache(), [], []
    together = threading.Barrier(8)

    def read() -> None:
        together.wait()
        with cache.making("key") as page:
            if page is None:
                made.append(1)
                time.sleep(0.05)
                page = KeptPage(b"body", (), '"1"')
                cache.put("key", page)
        seen.append(page)

    readers = [threading.Thread(target=read) for _ in range(8)]
    for thread in readers:
        thread.start()
    for thread in readers:
        thread.join()
    assert len(made) == 1
    assert len(seen) == 8


def test_a_rendering_that_fails_lets_the_others_make_their_own():
    cache = PageCache()
    with pytest.raises(ValueError, match="broken"), cache.making("key"):
        raise ValueError("broken")
    with cache.making("key") as page:
        assert page is None


def test_the_cache_has_a_limit_and_forgets_what_was_asked_for_longest_ago():
    cache = PageCache(most_bytes=10)
    for number in range(3):
        cache.put(number, KeptPage(b"12345", (), ""))
        cache.get(0)
    assert [cache.get(number) is not None for number in range(3)] == [True, False, True]
    cache.put("large", KeptPage(b"1" * 11, (), ""))
    assert cache.get("large") is None


def test_readers_without_a_session_get_no_cookie(reader):
    page = factories.experience(live=True)
    for path in (page.url, "/ru/", "/ru/search/?q=урок"):
        assert not Client().get(path).cookies
