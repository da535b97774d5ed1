"""Behaviour 28: what the cabinet recommends for a question."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits, SearchPromotion
from wagtail.models import PageViewRestriction

from accounts.roles import PUBLISHER
from tests import factories
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db

MARK = "рекомендует кабинет"


def recommend(question: str, **fields) -> SearchPromotion:
    return SearchPromotion.objects.create(query=Query.get(question), **fields)


def plain(element) -> str:
    return element.get_text().replace("\xa0", " ")


def hits(question: str, client: Client | None = None, **parameters) -> list[tuple[str, bool]]:
    """Titles of the list in their order, each with whether it is marked as recommended."""
    response = (client or Client()).get("/ru/search/", {"q": question, **parameters})
    soup = BeautifulSoup(response.content, "html.parser")
    return [
        (plain(hit.select_one(".hit__title")), MARK in plain(hit)) for hit in soup.select(".hit")
    ]


def test_28_a_pick_stands_first_marked_and_once(indexed):
    factories.experience(live=True, title="Карточки, карточки и карточки")
    picked = factories.experience(live=True, title="Задачи и карточки")
    indexed()
    recommend("карточки", page=picked)
    assert hits("карточки") == [
        ("Задачи и карточки", True),
        ("Карточки, карточки и карточки", False),
    ]
    assert not any(marked for _, marked in hits("карточки и задачи"))


@pytest.mark.parametrize("asked", ["Қазақ тілі", "казак тили", "  ҚАЗАҚ   тілі! "])
def test_28_a_question_is_matched_by_its_folded_words(indexed, asked):
    picked = factories.experience(live=True, title="Диалоги")
    indexed()
    recommend("қазақ тілі", page=picked)
    assert hits(asked)[0] == ("Диалоги", True)


def test_28_other_pages_and_links_may_be_picked(indexed):
    factories.experience(live=True)
    text = factories.text()
    indexed()
    recommend("аттестация", page=text, description="Кто мы")
    recommend(
        "аттестация", external_link_url="https://adilet.example/", external_link_text="Правила"
    )
    assert sorted(hits("аттестация")) == [("О кабинете", True), ("Правила", True)]


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
def test_18_what_a_reader_may_not_see_is_not_recommended(indexed, kind):
    pages = [factories.experience(live=True, title="Тайный опыт"), factories.text()]
    restrictions = [
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
        for page in pages
    ]
    draft = factories.experience(title="Черновик")
    indexed()
    for page in (*pages, draft):
        recommend("план", page=page)
    assert not any(marked for _, marked in hits("план"))
    for restriction in restrictions:
        restriction.delete()
    indexed()
    assert {title for title, marked in hits("план") if marked} == {"Тайный опыт", "О кабинете"}


def test_28_reading_picks_writes_nothing_and_is_one_query(indexed):
    page = factories.experience(live=True)
    indexed()
    recommend("карточки", page=page)
    hits("карточки")
    with CaptureQueriesContext(connection) as queries:
        hits("карточки")
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []
    assert sum("searchpromotion" in query["sql"] for query in queries) == 1
    assert not QueryDailyHits.objects.exists()


def test_28_further_pages_do_not_repeat_it(indexed):
    picked = factories.experience(live=True, title="Задачи")
    indexed()
    recommend("карточки", page=picked)
    assert not any(marked for _, marked in hits("карточки", page="2"))


def test_28_a_pick_in_the_other_language_is_marked_and_so_is_its_summary(indexed):
    picked = factories.experience(live=True, language="kk", summary="Қысқаша мазмұны")
    indexed()
    promotion = recommend("карточки", page=picked)

    def first():
        page = Client().get("/ru/search/", {"q": "карточки"}).content
        return BeautifulSoup(page, "html.parser").select_one(".hit")

    assert "на казахском" in plain(first().select_one(".language-mark"))
    assert first().select_one(".hit__snippet")["lang"] == "kk"
    promotion.description = "Для начала"
    promotion.save()
    assert not first().select_one(".hit__snippet").has_attr("lang")


def test_28_the_form_names_our_report_rather_than_questions_that_nobody_counts():
    client = signed_in(factories.user(PUBLISHER))
    page = BeautifulSoup(client.get(reverse("wagtailsearchpromotions:add")).content, "html.parser")
    assert page.select_one("input[name=query_string]")
    assert not page.select_one("#id_query_string-chooser")
    assert "Что искали" in page.select_one(".help-block").get_text()
