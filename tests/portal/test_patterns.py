"""The living pattern library: every component, with examples that render, for those who may enter the CMS."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.roles import METHODIST
from portal.patterns.library import EXAMPLES, component_names, ids_of_its_own, says
from portal.patterns.view import menu_item
from tests import factories
from tests.experience.editor import signed_in


def without_example(components: set[str]) -> set[str]:
    return components - set(EXAMPLES)


def test_every_component_has_an_example_and_every_example_a_component():
    assert without_example(component_names()) == set()
    assert set(EXAMPLES) - component_names() == set()
    assert [name for name, states in EXAMPLES.items() if not states] == []


def test_a_component_without_an_example_would_be_seen():
    assert without_example({"hit", "carousel"}) == {"carousel"}


def shown(language: str = "") -> BeautifulSoup:
    client = signed_in(factories.user(METHODIST))
    response = client.get(reverse("pattern_library"), {"language": language} if language else {})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.django_db
@pytest.mark.any_database
@pytest.mark.parametrize(("language", "word"), [("ru", "Опыт"), ("kk", "Тәжірибе")])
def test_the_library_shows_every_state_in_the_house_of_the_portal(language, word):
    factories.home()
    page = shown(language)
    assert page.html["lang"] == language
    assert page.select_one("header.sky .brand")
    assert len(page.select(".pattern__example")) == sum(map(len, EXAMPLES.values()))
    assert page.select_one("#pattern-type_label .type").get_text(strip=True) == word
    empty = {
        section["id"].removeprefix("pattern-")
        for section in page.select(".pattern")
        if not any(example.find(True) for example in section.select(".pattern__example"))
    }
    assert empty == set()
    ids = [tag["id"] for tag in page.select("main [id]")]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.django_db
@pytest.mark.any_database
def test_editors_find_it_in_the_settings_and_strangers_are_asked_to_sign_in():
    factories.home()
    address = reverse("pattern_library")
    home = signed_in(factories.user(METHODIST)).get(reverse("wagtailadmin_home"))
    assert f'"url": "{address}"' in home.content.decode()
    with translation.override("ru"):
        assert menu_item().label == "Образцы оформления"
    refused = Client().get(address)
    assert refused.status_code == 302
    assert reverse("wagtailadmin_login") in refused["Location"]
    assert shown("xx").html["lang"] == "ru"


def test_ids_of_two_states_never_meet():
    html = '<a href="#b">x</a><label for="a"></label><input id="a" aria-describedby="c">'
    assert re.findall(r'"([^"]+)"', ids_of_its_own(html, "1")) == ["#b", "a-1", "a-1", "c"]


def test_a_file_that_does_not_say_what_it_is_would_be_seen(tmp_path):
    path = tmp_path / "silent.html"
    path.write_text("{% macro silent() %}{% endmacro %}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"silent\.html"):
        says(path)
