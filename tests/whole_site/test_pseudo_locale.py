"""Interface texts are complete: rendered in a marked pseudo-locale, no visible text of ours lacks the mark.

What is left of a page when marked texts and the content of the database are taken away may hold no word.
"""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from django.apps import apps
from django.db import models
from django.test import Client
from django.utils import translation
from django.utils.html import strip_tags

from experience.addresses import withdraw
from experience.models import Subject, Tag
from pages.models import DistrictSettings
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

OPEN, CLOSE = "⟦", "⟧"
SPOKEN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder", "content")
# Names that are the same in both languages: languages by themselves, licences, units, addresses.
NAMES = {"Қаз", "Рус", "URL", "PDF", "DOCX", "http", "https", "testserver", "m", "kk", "ru"}
# The meta elements that people read, in results of search engines and beside links; the rest is for programs.
READ_META = {"description", "og:title", "og:description", "og:site_name"}


@pytest.fixture
def pseudo_locale(monkeypatch):
    """Let every translation come out as its English text between marks."""

    def marked(text: str) -> str:
        return f"{OPEN}{text}{CLOSE}"

    functions = {
        "gettext": marked,
        "pgettext": lambda context, text: marked(text),
        "ngettext": lambda one, many, number: marked(one if number == 1 else many),
        "npgettext": lambda context, one, many, number: marked(one if number == 1 else many),
    }
    for name, function in functions.items():
        monkeypatch.setattr(translation._trans, name, function, raising=False)


def visible_texts(html: str) -> Iterator[str]:
    """Yield every text of a page that is read or spoken."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(["script", "style", "symbol"]):
        element.decompose()
    for snippet in soup.select(".hit__snippet"):
        # A piece of a material; of ours is only the name of its section.
        if section := snippet.select_one(".hit__section"):
            yield section.get_text()
        snippet.decompose()
    for mark in soup.find_all("mark"):
        mark.unwrap()
    soup.smooth()
    yield from (
        str(text) for text in soup.find_all(string=True) if not isinstance(text, PreformattedString)
    )
    for element in soup.find_all(True):
        for name in SPOKEN_ATTRIBUTES:
            value = element.get(name)
            meta = element.get("name") or element.get("property")
            if value and (element.name != "meta" or meta in READ_META):
                yield value


def stored_texts() -> set[str]:
    """Return every text that the database holds, whole and line by line."""
    texts: set[str] = set()
    for model in apps.get_models():
        if model._meta.app_label not in {"accounts", "experience", "library", "pages", "portal"}:
            continue
        names = [
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.SlugField)
        ]
        for row in model._base_manager.values_list(*names):
            for value in row:
                texts.update(strip_tags(str(value)).split("\n"))
    for page in apps.get_model("experience", "KnowledgePage").objects.specific():
        for block in getattr(page, "steps", None) or getattr(page, "main_part", None) or []:
            value = block.value
            parts = value.values() if hasattr(value, "values") else [value]
            texts.update(strip_tags(str(part)) for part in parts)
    for author in apps.get_model("accounts", "Author").objects.all():
        texts.update({author.short_name, author.full_name, author.citation_name("ru")})
    return {text.replace("\xa0", " ").strip() for text in texts if text.strip()}


def unmarked_words(text: str, stored: list[str]) -> list[str]:
    """Return the words of `text` that are neither marked nor stored content."""
    text = text.replace("\xa0", " ")
    while (shorter := re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", text)) != text:
        text = shorter
    for content in stored:
        text = re.sub(re.escape(content), " ", text, flags=re.IGNORECASE)
    return [word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in NAMES]


def bank() -> list[str]:
    """Fill the bank and return the addresses of every kind of page."""
    home = factories.home()
    DistrictSettings.objects.create()
    author = factories.author()
    experience = factories.experience(live=True, authors=[author], language="ru")
    experience.tags.add("самопроверка")
    experience.save_revision().publish()
    technology, guide = factories.technology(live=True), factories.guide(live=True)
    withdrawn = factories.experience(live=True, title="Старое описание")
    withdrawn.unpublish()
    withdraw(withdrawn.address, reason_kk="Ескірді", reason_ru="Устарело")
    cabinet = [home, factories.text(), factories.acts(), factories.act()]
    pages = [*cabinet, experience, technology, guide, experience.get_parent()]
    records = [author, author.school, Subject.objects.get(), Tag.objects.get()]
    with translation.override("ru"):
        addresses = [page.specific.url for page in pages]
        addresses += [record.get_absolute_url() for record in records]
    return [
        *addresses,
        "/ru/experience/?grade=3&language=ru",
        "/ru/authors/",
        "/ru/schools/",
        "/ru/subjects/",
        "/ru/accessibility/",
        "/ru/search/",
        "/ru/search/?q=карточки",
        "/ru/search/?q=ъъъъ",
        "/ru/search/missed/",
        "/ru/nowhere/",
        withdrawn.address.get_absolute_url(),
    ]


def test_every_visible_text_of_ours_is_translatable(pseudo_locale, indexed):
    addresses = bank()
    indexed()
    stored = sorted(stored_texts() | {"карточки", "ъъъъ"}, key=len, reverse=True)
    client = Client(headers={"accept-language": "ru"})
    found = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code in (200, 404, 410), address
        words = [
            word
            for text in visible_texts(response.content.decode())
            for word in unmarked_words(text, stored)
        ]
        if words:
            found[address] = words
    assert found == {}


def test_an_untranslated_text_would_be_found():
    page = f"<p>{OPEN}Menu{CLOSE}</p><p>Материал: Забытое слово</p><img alt='forgotten'>"
    words = [word for text in visible_texts(page) for word in unmarked_words(text, ["Материал"])]
    assert words == ["Забытое", "слово", "forgotten"]
