"""Pages for some readers only: who is not signed in is asked to, in the reader's language."""

import pytest
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def private_page():
    page = factories.experience(live=True, title="Только для своих")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


@pytest.mark.parametrize(("language", "word"), [("kk", "Кіру"), ("ru", "Вход")])
def test_a_page_for_those_with_an_account_asks_who_it_is(reader, private_page, language, word):
    path = private_page.url.replace("/ru/", f"/{language}/", 1)
    answer = reader.get(path, follow=True)
    ((address, status),) = answer.redirect_chain
    assert (status, answer.status_code) == (302, 200)
    assert address == f"/{language}/_login/?next={path}"
    text = answer.content.decode()
    assert word in text
    assert "Только для своих" not in text


def test_who_signs_in_is_led_to_the_page(reader, private_page):
    person = factories.user()
    address = f"/ru/_login/?next={private_page.url}"
    answer = reader.post(
        address,
        {"username": person.username, "password": person.username, "next": private_page.url},
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, private_page.url)
    assert "Только для своих" in reader.get(private_page.url).content.decode()


def test_who_is_refused_keeps_the_name_typed_and_is_told_why(reader, private_page):
    answer = reader.post(
        "/ru/_login/", {"username": "aigul", "password": "wrong", "next": private_page.url}
    )
    text = answer.content.decode()
    assert 'value="aigul"' in text
    assert "подходят" in text
    assert 'aria-describedby="login-error"' in text
    assert f'value="{private_page.url}"' in text


def test_nobody_is_led_to_a_foreign_host(reader):
    person = factories.user()
    answer = reader.post(
        "/ru/_login/",
        {"username": person.username, "password": person.username, "next": "https://evil.example/"},
    )
    assert answer.headers["Location"] == "/cms/"


def test_a_reader_without_the_right_group_is_told_so(reader, private_page):
    restriction = PageViewRestriction.objects.get()
    restriction.restriction_type = "groups"
    restriction.save()
    reader.force_login(factories.user())
    answer = reader.get(private_page.url, follow=True)
    assert "открыта. Войдите" in answer.content.decode()


def test_a_file_for_those_with_an_account_asks_as_well(reader):
    document = factories.document()
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="login"
    )
    answer = reader.get(document.url)
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/kk/_login/")
