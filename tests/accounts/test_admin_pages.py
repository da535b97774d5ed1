"""The CMS speaks Russian, contacts nobody, and gives back a forgotten password."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.roles import ADMINISTRATOR, METHODIST
from tests import factories
from tests.experience.editor import edit_url, signed_in

pytestmark = pytest.mark.django_db

# Addresses in texts for people and in formats' names are no contacts.
FETCHED = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "srcset"}


def foreign_hosts(html: str) -> set[str]:
    """Return the hosts from which the page would fetch something."""
    soup = BeautifulSoup(html, "html.parser")
    addresses = [
        tag[attribute]
        for name, attribute in FETCHED.items()
        for tag in soup.find_all(name)
        if tag.has_attr(attribute)
    ]
    addresses += re.findall(r"url\(([^)]+)\)", html)
    hosts = {urlsplit(address.strip("'\" ")).netloc for address in addresses}
    return hosts - {"", "testserver"}


def pages() -> list[str]:
    page = factories.experience(live=True)
    return [
        reverse("wagtailadmin_home"),
        edit_url(page),
        reverse("experiences:index"),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailimages:index"),
        reverse("wagtaildocs:index"),
        reverse("wagtailadmin_account"),
        reverse("wagtailusers_users:index"),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
    ]


@pytest.mark.any_database
def test_no_page_of_the_cms_contacts_another_host():
    person = factories.user(ADMINISTRATOR, email="somebody@example.kz")
    client = signed_in(person)
    for url in pages():
        response = client.get(url)
        assert response.status_code == 200, url
        html = response.content.decode()
        assert foreign_hosts(html) == set(), url
        assert "gravatar" not in html
        assert "releases.wagtail" not in html
    login = Client().get(reverse("wagtailadmin_login")).content.decode()
    assert foreign_hosts(login) == set()


@pytest.mark.any_database
def test_the_search_for_foreign_hosts_finds_one(settings):
    settings.WAGTAIL_GRAVATAR_PROVIDER_URL = "//www.gravatar.com/avatar"
    person = factories.user(METHODIST, email="somebody@example.kz")
    html = signed_in(person).get(reverse("wagtailadmin_account")).content.decode()
    assert foreign_hosts(html) == {"www.gravatar.com"}


@pytest.mark.any_database
@pytest.mark.parametrize("browser", ["en-US,en;q=0.9", "kk-KZ,kk", "de"])
def test_it_runs_in_russian_whatever_the_browser_asks(browser):
    client = signed_in(factories.user(METHODIST))
    html = client.get(reverse("wagtailadmin_home"), headers={"Accept-Language": browser})
    assert '<html lang="ru"' in html.content.decode()
    login = Client().get(reverse("wagtailadmin_login"), headers={"Accept-Language": browser})
    assert '<html lang="ru"' in login.content.decode()


def test_english_is_a_preference():
    person = factories.user(METHODIST)
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "en"})
    html = signed_in(person).get(reverse("wagtailadmin_home")).content.decode()
    assert '<html lang="en"' in html


def test_a_forgotten_password_comes_back_by_mail():
    person = factories.user(METHODIST, email="methodist@example.kz")
    client = Client()
    assert (
        reverse("wagtailadmin_password_reset")
        in client.get(reverse("wagtailadmin_login")).content.decode()
    )
    client.post(reverse("wagtailadmin_password_reset"), {"email": person.email})
    link = re.search(r"http://testserver(/cms/\S+)", mail.outbox[0].body)
    assert link is not None
    form = client.get(link[1], follow=True)
    action = form.redirect_chain[-1][0]
    secret = "Ақжайлау-2026-ауданы"
    client.post(action, {"new_password1": secret, "new_password2": secret})
    assert Client().login(username=person.username, password=secret)


def test_an_unknown_address_is_answered_alike():
    person = factories.user(METHODIST, email="methodist@example.kz")
    known, unknown = (
        Client().post(reverse("wagtailadmin_password_reset"), {"email": email})
        for email in (person.email, "nobody@example.kz")
    )
    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )
    assert len(mail.outbox) == 1


class TestUsers:
    def data(self, **changes: Any) -> dict[str, Any]:
        return {
            "username": "new",
            "email": "new@example.kz",
            "first_name": "Ержан",
            "last_name": "Калиев",
            "public_name_ru": "Е. Калиев",
            "password1": "a-long-secret-1",
            "password2": "a-long-secret-1",
        } | changes

    def test_an_administrator_makes_a_user_with_a_public_name_and_a_role(self):
        client = signed_in(factories.user(ADMINISTRATOR))
        add = client.get(reverse("wagtailusers_users:add")).content.decode()
        assert 'name="public_name_kk"' in add
        group = Group.objects.get(name=METHODIST)
        client.post(reverse("wagtailusers_users:add"), self.data(groups=[group.pk]))
        made = User.objects.get(username="new")
        assert made.public_name_ru == "Е. Калиев"
        assert list(made.groups.all()) == [group]

    def test_an_administrator_does_not_switch_off_a_superuser(self):
        superuser = factories.user(superuser=True)
        client = signed_in(factories.user(ADMINISTRATOR))
        url = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])
        client.post(f"{url}?id={superuser.pk}", {"mark_as_active": "False"})
        superuser.refresh_from_db()
        assert superuser.is_active


@pytest.mark.any_database
def test_the_page_of_signing_in_is_russian_throughout():
    factories.home()
    html = Client().get(reverse("wagtailadmin_login")).content.decode()
    page = BeautifulSoup(html, "html.parser")
    assert page.h1.get_text() == "Вход в банк опыта"
    labels = [" ".join(label.get_text().split()) for label in page.select("label")]
    assert labels == ["Имя пользователя*", "Пароль*", "Запомнить меня"]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_list_of_records_counts_and_offers_in_words_that_need_no_inflection(count):
    for number in range(count):
        factories.school(name_ru=f"Школа {number}")
    client = signed_in(factories.user(ADMINISTRATOR))
    page = BeautifulSoup(
        client.get(reverse("wagtailsnippets_accounts_school:list")).content, "html.parser"
    )
    assert page.select_one(".pagination__end").get_text(strip=True) == f"Всего: {count}"
    (adding,) = (link for link in page.find_all("a") if "/add/" in link.get("href", ""))
    assert adding.get_text(strip=True) == "Добавить"
