"""The slug that the browser makes is the one that code makes."""

import pytest
from django.urls import reverse
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.roles import METHODIST
from bilingual.transliteration import LATIN, slugify
from pages.slugs import TransliteratingSlugInput, formatted
from tests import factories
from tests.experience.editor import signed_in

TITLES = [
    "Ата-аналармен кеш: қалай өткізу керек?",
    "Үй өлшемдері мен ғылыми тәжірибе — №3",
    "Самопроверка: ёжик, щавель и объём",
    "  «Өзін-өзі бағалау» карточкалары (3–4 сынып)  ",
    "H₂O и IT-сабақ",
    "!!!",
    "ұ" * 100,
    "Один очень длинный заголовок методического пособия, который не помещается в восемьдесят знаков",
]


@pytest.mark.parametrize("title", TITLES)
def test_the_formatters_of_the_browser_make_the_same_slug(title):
    assert formatted(title) == slugify(title)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=[*LATIN, *"abcXYZ 0189-–.,«»/"], max_size=120))
def test_they_agree_on_any_text(title):
    assert formatted(title) == slugify(title)


@pytest.mark.django_db
def test_the_editor_carries_them():
    parent = factories.section("experience")
    url = reverse("wagtailadmin_pages:add", args=["experience", "experiencepage", parent.pk])
    html = signed_in(factories.user(METHODIST)).get(url).content.decode()
    field = TransliteratingSlugInput().attrs["data-w-slug-formatters-value"]
    assert escape(field) in html
    assert 'name="slug"' in html
    assert "\\u049a" in field
