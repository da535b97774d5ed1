"""The feed of a search."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from experience.models import KnowledgePage
from search import feed
from tests import factories

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(reader: Client, address: str) -> ElementTree.Element:
    response = reader.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert not response.cookies
    return ElementTree.fromstring(response.content)


def texts(root: ElementTree.Element, name: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}{name}") for entry in root.iter(f"{ATOM}entry")]


def test_entries_are_the_hits_newest_first(reader, indexed):
    older = factories.experience(live=True, title="Карточки первые")
    yesterday = timezone.now() - timedelta(days=1)
    KnowledgePage.objects.filter(pk=older.pk).update(first_published_at=yesterday)
    newer = factories.experience(live=True, title="Карточки вторые", language="kk")
    factories.guide(live=True, title="Составление плана")
    indexed()
    root = read(reader, "/ru/search/feed/?q=карточки&type=experience")
    assert texts(root, "title") == ["Карточки вторые", "Карточки первые"]
    assert texts(root, "id") == [f"http://testserver/m/{page.number}/" for page in (newer, older)]
    assert [entry.get(LANGUAGE) for entry in root.iter(f"{ATOM}entry")] == ["kk", "ru"]
    assert None not in texts(root, "updated")
    assert root.get(LANGUAGE) == "ru"


def test_the_feed_names_its_question_and_itself(reader, indexed):
    factories.experience(live=True)
    indexed()
    root = read(reader, "/kk/search/feed/?q=карточки&sort=date&page=3&x=1")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == root.findtext(f"{ATOM}id")
    assert links["self"].startswith("http://testserver/kk/search/feed/?q=")
    assert "page=" not in links["self"]
    assert "x=1" not in links["self"]
    assert links["alternate"].startswith("http://testserver/kk/search/?q=")
    assert "карточки" in root.findtext(f"{ATOM}title")


def test_there_are_at_most_fifty_entries(reader, indexed, monkeypatch):
    assert feed.MOST_ENTRIES == 50
    monkeypatch.setattr(feed, "MOST_ENTRIES", 2)
    for _ in range(3):
        factories.experience(live=True)
    indexed()
    assert len(texts(read(reader, "/ru/search/feed/"), "id")) == 2


def test_markup_in_a_title_stays_text(reader, indexed):
    factories.experience(live=True, title="<b>Жирно</b> & честно", summary="<i>Курсив</i>")
    indexed()
    root = read(reader, "/ru/search/feed/")
    assert texts(root, "title") == ["<b>Жирно</b> & честно"]
    assert texts(root, "summary") == ["&lt;i&gt;Курсив&lt;/i&gt;"]


def test_18_closed_materials_are_in_the_feed_of_those_who_may_read_them(reader, indexed):
    page = factories.experience(live=True, title="Закрытое описание")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    indexed()
    assert texts(read(reader, "/ru/search/feed/"), "title") == []
    member = Client()
    member.force_login(factories.user())
    response = member.get("/ru/search/feed/")
    assert "Закрытое описание" in response.content.decode()
    assert "Cookie" in response.headers["Vary"]


def test_the_page_links_to_the_feed_of_its_question(reader, indexed):
    factories.experience(live=True)
    indexed()
    page = reader.get("/ru/search/?q=карточки&grade=3&page=2").content.decode()
    assert 'type="application/atom+xml" href="/ru/search/feed/?q=' in page
    assert "grade=3" in page.split('type="application/atom+xml" href="')[1].split('"')[0]


def test_6_the_feed_says_what_its_question_was_taken_for(reader, indexed):
    factories.experience(live=True, title="Карточки самопроверки")
    indexed()
    mended = read(reader, "/ru/search/feed/?q=rfhnjxrb").findtext(f"{ATOM}subtitle")
    assert mended == "Показаны результаты для «карточки»"
    assert not read(reader, "/ru/search/feed/?q=карточки").findtext(f"{ATOM}subtitle")
