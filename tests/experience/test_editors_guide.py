"""The editor's guide is read in the CMS, in both languages."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from accounts.roles import METHODIST
from tests import factories
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db
HEADING = {"ru": "Первый час методиста", "kk": "Әдіскердің алғашқы сағаты"}


@pytest.mark.parametrize(("path", "shown"), [("", "ru"), ("ru/", "ru"), ("kk/", "kk")])
def test_it_is_shown_in_the_language_asked_for(path, shown):
    client = signed_in(factories.user(METHODIST))
    page = BeautifulSoup(client.get(f"/cms/guide/{path}").content, "html.parser")
    assert HEADING[shown] in page.h1.get_text()
    guide = page.select_one(".cms-guide")
    assert guide["lang"] == shown
    assert len(guide.select("h2")) > 10
    other = "kk" if shown == "ru" else "ru"
    assert page.select_one(f'a[href="/cms/guide/{other}/"][lang="{other}"]')


def test_there_is_no_guide_in_another_language():
    client = signed_in(factories.user(METHODIST))
    assert client.get("/cms/guide/de/").status_code == 404


def test_it_asks_to_sign_in():
    factories.home()
    response = Client().get(reverse("editors_guide"))
    assert response.status_code == 302
    assert reverse("wagtailadmin_login") in response.url


def test_the_menu_of_help_leads_to_it_and_to_no_foreign_host():
    client = signed_in(factories.user(METHODIST))
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("editors_guide") in home
    assert "guide.wagtail.org" not in home
    assert "docs.wagtail.org" not in home
