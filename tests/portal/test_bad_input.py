"""Whatever stands in an address, a page answers, and with bounded work."""

from urllib.parse import urlencode

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import LocalePrefixPattern, get_resolver, reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from experience.models import MaterialFile, Subject, Tag
from search.filters import FACET_LABELS
from tests import factories
from tests.experience.editor import press, signed_in

NAMES = ["q", "m", "page", "sort", "in", "raw", "next", "x", *FACET_LABELS]
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


def public_addresses() -> list[str]:
    """Fill the bank and return the address of every kind of public page."""
    author = factories.author()
    pages = [factories.technology(live=True), factories.guide(live=True)]
    page = factories.experience(live=True, authors=[author])
    page.tags.add("самопроверка")
    document = factories.read_document([[1, "Карточка"]])
    page.files.add(MaterialFile(document=document))
    page.save_revision().publish()
    pages += [page, page.get_parent(), factories.text(), factories.acts(), factories.act()]
    records = [author, author.school, Subject.objects.get(), Tag.objects.get(), page.address]
    with translation.override("ru"):
        addresses = [page.specific.url for page in pages]
        addresses += [record.get_absolute_url() for record in records]
        addresses += [reverse(name) for name in NAMED]
        addresses.append(reverse("file-text", args=[document.pk]))
    return ["/", "/ru/", "/kk/", "/healthz", "/readyz", *addresses, "/kk/nowhere/"]


NAMED = (
    "search", "suggestions", "authors", "schools", "subjects", "manifest", "wagtailcore_login",
    "accessibility", "selection",
)  # fmt: skip


def test_every_public_address_is_fuzzed():
    """A new address under the language prefixes belongs into `public_addresses`."""
    ours = {
        pattern.name
        for resolver in get_resolver().url_patterns
        if isinstance(resolver.pattern, LocalePrefixPattern)
        for pattern in resolver.url_patterns
        if getattr(pattern, "name", None)
    }
    asks_a_password = {"wagtailcore_authenticate_with_password"}
    only_posted = {"choose_view"}
    shown = {"author", "school", "subject", "tag", "file-text"}
    assert ours - asks_a_password - only_posted == {*shown, *NAMED, "wagtail_serve"} - {"search"}


@pytest.mark.django_db
def test_hostile_parameters_never_break_a_page(reader, indexed):
    addresses = public_addresses()
    indexed()
    for path in addresses:
        for value in HOSTILE:
            response = reader.get(path, dict.fromkeys(NAMES, value))
            assert response.status_code in ALLOWED, (path, value)
            assert "<script>alert" not in response.content.decode(), (path, value)


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_each_hostile_parameter_alone_never_breaks_a_list(reader, indexed, name):
    factories.experience(live=True)
    indexed()
    for path in ("/kk/experience/", "/ru/search/"):
        for value in HOSTILE:
            assert reader.get(path, {name: value}).status_code in ALLOWED, (path, value)


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
    "path",
    [
        "/kk/%00/",
        "/kk/" + "a/" * 30,
        "/kk/authors/%D2%9B/",
        "/m/0/",
        "/documents/99999/",
        "/media/no.webp",
        "/media/..%2Fdatabase.sqlite3",
    ],
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
def test_a_title_of_255_kazakh_letters_is_served(reader, indexed):
    page = factories.experience(live=True, language="kk", title="Ққ" * 127 + "қ", slug="")
    indexed()
    assert len(page.slug) <= 255
    number = page.address.get_absolute_url()
    for path in (f"/kk/experience/{page.slug}/", "/kk/", "/kk/experience/"):
        response = reader.get(path)
        assert response.status_code == 200, path
        assert page.title in response.content.decode(), path
    page.unpublish()
    assert page.title in reader.get(number).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("letters", "saved"), [(255, True), (256, False)])
def test_the_editor_takes_a_title_of_255_kazakh_letters_and_names_a_longer_one(letters, saved):
    writer = factories.user("methodist")
    page = factories.experience(by=writer, language="kk")
    title = ("Ққ" * 128)[:letters]
    response = press(signed_in(writer), page, "", title=title)
    page.refresh_from_db()
    assert (page.get_latest_revision().content["title"] == title) is saved
    if not saved:
        assert response.context["form"].errors["title"]


@pytest.mark.django_db
def test_a_draft_without_a_title_is_refused_at_its_field_and_changes_nothing():
    writer = factories.user("methodist")
    page = factories.experience(by=writer)
    before = page.latest_revision_id
    response = press(signed_in(writer), page, "", title="", summary="", relevance="null")
    assert response.context["form"].errors.keys() == {"title"}
    page.refresh_from_db()
    assert page.latest_revision_id == before


@pytest.mark.django_db
def test_a_text_with_an_empty_body_is_shown_and_an_act_with_one_is_refused(reader):
    text = factories.text(body_ru="", body_kk="<p></p>")
    for language in ("ru", "kk"):
        with translation.override(language):
            assert reader.get(text.url).status_code == 200
    with pytest.raises(ValidationError) as refusal:
        factories.act(body_ru="", body_kk="")
    assert refusal.value.message_dict.keys() == {"body_ru", "body_kk"}


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "trace"])
def test_readers_only_read(reader, method):
    factories.home()
    for path in ("/ru/search/", "/ru/authors/", "/m/0001/", "/documents/1/"):
        assert getattr(reader, method)(path).status_code in (404, 405), path
