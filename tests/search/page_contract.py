"""What readers see and type, answered by an engine: part of the contract of every engine."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from search import asking, suggestions
from search.demand import gathering
from search.demand.records import AskedQuestion
from search.documents import SearchDocument, page_key
from search.engines import serving
from search.engines.base import Engine
from tests import factories
from tests.search.bank import Bank, document
from tests.search.conftest import Find
from tests.search.reading import title

Open = Callable[[str], BeautifulSoup]

SHOWN = {"summary": "", "meta": "", "facts": (), "result": None, "url": "/ru/a/"}


def material(key: str, name: str, language: str = "ru", **changes) -> SearchDocument:
    """A document with what the page shows of it."""
    return document(key, name, language=language, display={"ru": SHOWN}, **changes)


def lessons(number: int) -> list[SearchDocument]:
    """So many lessons, the last one the newest."""
    return [
        material(f"page:{n}", f"Урок {n:02}", published=date(2026, 9, n))
        for n in range(1, number + 1)
    ]


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    return [found.get_text().strip().replace("\xa0", " ") for found in page.select(selector)]


def titles(page: BeautifulSoup) -> list[str]:
    return texts(page, ".hit__title")


def suggested(text: str) -> list[str]:
    """What is suggested to somebody who has typed so much."""
    found = Client().get("/ru/suggest/", {"q": text}).json()["suggestions"]
    return [one["text"] for one in found]


class PageContract:
    @pytest.fixture
    def opened(self, engine: Engine, find: Find, settings, tmp_path: Path, monkeypatch) -> Open:
        """The page at some parameters, answered by the engine from the bank as it is, script or not."""
        settings.SEARCH_QUERY_LOG_PATH = tmp_path / "questions.log"
        monkeypatch.setattr(asking, "engine", lambda: engine)

        def get(address: str) -> BeautifulSoup:
            find()
            serving.embedded().rebuild()
            response = Client().get(f"/ru/search/{address}")
            assert response.status_code == 200
            return BeautifulSoup(response.content, "html.parser")

        return get

    @pytest.mark.parametrize("typed", ["ур", "ehj"])
    def test_23_a_suggested_title_is_the_first_hit_of_its_question(
        self, bank: Bank, find: Find, typed: str
    ) -> None:
        bank.put(
            document("page:1", "Урок письма"),
            document("page:2", "Открытый урок письма"),
            document("page:3", "Физика"),
        )
        find()
        serving.embedded().rebuild()
        offered = suggested(typed)
        assert offered == ["Урок письма", "Открытый урок письма"]
        for text in offered:
            found = title(find(text).hits[0])
            assert found.replace("[", "").replace("]", "") == text

    def test_23_frequent_questions_stand_after_titles_and_have_hits(
        self, bank: Bank, find: Find, monkeypatch
    ) -> None:
        monkeypatch.setattr(suggestions, "_kept", suggestions.Kept())
        bank.put(document(title="Урок письма", text="Устный счёт на каждый день"))
        find()
        serving.embedded().rebuild()
        question = "урок: устный счёт"
        for days in range(3):
            day = timezone.localdate() - timedelta(days=days)
            key = gathering.key_of(question)
            AskedQuestion.objects.create(key=key, text=question, language="ru", day=day, asked=1)
        assert suggested("ур") == ["Урок письма", question]
        assert find(question).strong_total == 1

    def test_24_a_page_without_hits_helps_on_and_is_reported(
        self, bank: Bank, opened: Open
    ) -> None:
        bank.put(material("page:1", "Биология"))
        page = opened("?q=биология&language=kk")
        assert texts(page, "h1") == ["Ничего не найдено"]
        links = texts(page, ".listing__empty a")
        assert links == ["На другом языке: ещё 1", "Искать без фильтров", "Показать всё"]
        assert page.select_one('form[action="/ru/search/missed/"]')
        assert not opened("?q=биология").select_one('form[action="/ru/search/missed/"]')
        opened("?q=ъъъъ")
        # The first call sets the log aside, the second reads it.
        assert [gathering.gather(), gathering.gather()] == [0, 2]
        reported = AskedQuestion.objects.values_list("text", "unfound")
        assert sorted(reported) == [("биология", 0), ("ъъъъ", 1)]

    def test_24_the_other_language_is_one_address_away(self, bank: Bank, opened: Open) -> None:
        bank.put(material("page:1", "Биология"))
        link = opened("?q=биология&language=kk").select_one(".listing__empty a")
        assert titles(opened(link["href"])) == ["Биология"]

    def test_28_what_editors_picked_stands_first_and_is_marked(
        self, bank: Bank, opened: Open
    ) -> None:
        picked = factories.text()
        bank.put(
            material("page:0", "Карточки, карточки и карточки"),
            material(page_key(picked.pk), "Задачи и карточки"),
        )
        assert titles(opened("?q=карточки"))[0] == "Карточки, карточки и карточки"
        SearchPromotion.objects.create(query=Query.get("карточки"), page=picked)
        page = opened("?q=Карточки")
        assert titles(page) == ["Задачи и карточки", "Карточки, карточки и карточки"]
        marked = ["рекомендует кабинет" in text for text in texts(page, ".hit")]
        assert marked == [True, False]

    def test_30_an_address_alone_says_what_is_shown(self, bank: Bank, opened: Open) -> None:
        bank.put(*lessons(12), material("page:13", "Урок 13", "kk"))
        shared = "?q=урок&language=ru&sort=date&page=2"
        page = opened(shared)
        assert titles(page) == ["Урок 02", "Урок 01"]
        assert titles(opened(shared)) == titles(page)
        assert page.select_one("input[name=q]")["value"] == "урок"
        (ticked,) = page.select("input[type=checkbox][checked]")
        assert (ticked["name"], ticked["value"]) == ("language", "ru")

    def test_30_links_and_forms_lead_to_every_state_without_script(
        self, bank: Bank, opened: Open
    ) -> None:
        bank.put(*lessons(12), material("page:13", "Урок 13", "kk"))
        page = opened("?q=урок&sort=date")
        assert titles(page)[:2] == ["Урок 12", "Урок 11"]
        following = page.select_one("a[rel=next]")["href"]
        assert len(titles(opened(following))) == 3
        form = page.select_one("form.filters")
        assert form["method"] == "get"
        sent = [(field["name"], field["value"]) for field in form.select("input[type=hidden]")]
        assert sorted(sent) == [("q", "урок"), ("sort", "date")]
        assert form.select_one("input[name=language][value=kk]")
        assert titles(opened("?q=урок&sort=date&language=kk")) == ["Урок 13"]
