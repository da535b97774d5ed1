"""The search page: what a view makes of a query."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation

from search import views
from search.documents import group_token
from search.models import SynonymGroup
from search.paging import page_links
from search.query import SearchQuery
from search.readers import Reader, reader_of
from tests.search.bank import Bank, document, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def context(monkeypatch, engine, bank: Bank):
    """The context that the view gives to its template."""
    given: dict[str, object] = {}

    def render(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        given.update(context)
        return HttpResponse()

    monkeypatch.setattr(views, "render", render)

    def ask(parameters: str = "", language: str = "ru") -> dict:
        engine.rebuild()
        request = RequestFactory().get(f"/{language}/search/?{parameters}")
        request.user = AnonymousUser()
        with translation.override(language):
            views.search(request)
        return given

    return ask


def test_30_only_reading_requests_are_answered(engine) -> None:
    assert views.search(RequestFactory().post("/ru/search/", {"q": "урок"})).status_code == 405


def test_hits_come_with_their_display_in_the_language_of_the_interface(bank: Bank, context) -> None:
    bank.put(document(title="Урок", display={"kk": {"meta": "мектеп"}, "ru": {"meta": "школа"}}))
    assert context("q=урок")["hits"][0].display == {"meta": "школа"}
    assert context("q=урок", "kk")["hits"][0].display == {"meta": "мектеп"}


def test_22_filters_show_existing_values_in_the_order_of_the_source(bank: Bank, context) -> None:
    bank.put(document("page:1", facets={"type": ("guide",), "grade": ("5", "3")}))
    groups = {group.name: group for group in context()["filters"]["groups"]}
    assert [value.value for value in groups["grade"].values] == ["3", "5"]
    assert [value.label for value in groups["type"].values] == ["guide (ru)"]
    assert "subject" not in groups


def test_30_a_value_of_a_filter_carries_the_address_that_toggles_it(bank: Bank, context) -> None:
    bank.put(document(title="A", facets={"type": ("guide",)}))
    (group,) = context("q=a&page=2")["filters"]["groups"]
    assert group.values[0].url == "?q=a&type=guide"
    (group,) = context("q=a&type=guide")["filters"]["groups"]
    assert (group.values[0].checked, group.values[0].url) == (True, "?q=a")


def test_30_forms_keep_what_they_do_not_ask(bank: Bank, context) -> None:
    bank.put(document(facets={"type": ("guide",)}))
    given = context("q=a&type=guide&in=steps&raw=1&sort=date&page=3")
    assert given["filters"]["hidden"] == [
        {"name": "q", "value": "a"},
        {"name": "raw", "value": "1"},
        {"name": "sort", "value": "date"},
    ]
    assert given["hidden"] == [
        {"name": "type", "value": "guide"},
        {"name": "in", "value": "steps"},
        {"name": "sort", "value": "date"},
    ]


def test_22_values_carry_their_counts(bank: Bank, context) -> None:
    bank.put(
        document("page:1", "Урок", facets={"type": ("guide",)}),
        document("page:2", "Урок", facets={"type": ("guide",)}),
        document("page:3", "Урок", facets={"type": ("technology",)}),
    )
    (group,) = context("q=урок")["filters"]["groups"]
    assert [(value.value, value.count) for value in group.values] == [
        ("guide", 2),
        ("technology", 1),
    ]
    assert [value.type for value in group.values] == ["guide", "technology"]


def test_22_of_a_long_filter_the_most_frequent_stand_first(bank: Bank, context) -> None:
    for number in range(1, 13):
        tags = tuple(f"tag-{tag}" for tag in range(number, 13))
        bank.put(document(f"page:{number}", facets={"tag": tags}))
    (group,) = context("tag=tag-1")["filters"]["groups"]
    assert [value.value for value in group.values] == [
        "tag-1",
        *(f"tag-{n}" for n in range(12, 7, -1)),
    ]
    assert [value.value for value in group.more] == [f"tag-{number}" for number in range(2, 8)]
    assert group.open


def test_22_a_tag_that_all_hits_have_is_no_filter(bank: Bank, context) -> None:
    bank.put(document("page:1", facets={"tag": ("tag-1",)}))
    assert context()["filters"]["groups"] == []
    assert [group.name for group in context("tag=tag-1")["filters"]["groups"]] == ["tag"]
    bank.put(document("page:2", facets={}))
    assert [group.name for group in context()["filters"]["groups"]] == ["tag"]


def test_29_a_scope_is_offered_with_words_and_can_be_taken_away(bank: Bank, context) -> None:
    assert context()["filters"]["scopes"] == []
    given = context("q=урок&in=steps")
    checked = [scope["value"] for scope in given["filters"]["scopes"] if scope["checked"]]
    assert checked == ["steps"]
    assert [chip["url"] for chip in given["chips"]] == ["?q=%D1%83%D1%80%D0%BE%D0%BA"]


def test_orders_name_the_present_one(context) -> None:
    orders = context("q=урок&sort=title")["orders"]
    assert [order["current"] for order in orders] == [False, False, True]
    assert [order["current"] for order in context()["orders"]] == [True, False]
    assert context()["orders"][0]["url"] == "?"


def test_a_chosen_value_is_a_chip_also_where_nothing_has_it(bank: Bank, context) -> None:
    bank.put(document(facets={"type": ("guide",)}))
    assert [chip.value for chip in context("subject=physics")["chips"]] == ["physics"]


def test_the_reader_sees_only_what_their_groups_may(django_user_model) -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert reader_of(request).visibility == {"public"}
    user = get_user_model()(**{get_user_model().USERNAME_FIELD: "reader"})
    user.set_unusable_password()
    user.save()
    group = Group.objects.create(name="readers")
    user.groups.add(group)
    request.user = user
    assert reader_of(request).visibility == {"public", "signed-in", group_token(group.pk)}


def test_a_listing_takes_any_facet_and_size(bank: Bank, engine) -> None:
    bank.put(*(document(f"page:{number}", facets={"school": ("kyzylsay",)}) for number in range(7)))
    bank.put(document("page:9", facets={"school": ("bozaral",)}))
    engine.rebuild()
    query = SearchQuery(facets={"school": ("kyzylsay",)}, page=2, page_size=5)
    found = engine.search(query, Reader("ru"))
    assert (len(found.hits), found.total, found.page_count) == (2, 7, 2)


def test_links_of_pages_leave_gaps() -> None:
    links = page_links(6, 20, str)
    assert [page.get("number", "…") for page in links["pages"]] == [1, "…", 4, 5, 6, 7, 8, "…", 20]
    assert (links["previous"], links["next"]) == ("5", "7")


def test_one_page_needs_no_links() -> None:
    assert page_links(1, 1, str) == {"pages": [], "previous": "", "next": ""}
    assert page_links(1, 0, str)["pages"] == []


def test_6_the_page_says_what_a_question_was_taken_for(bank: Bank, context) -> None:
    bank.put(document("page:1", "План урока"))
    said = context("q=ehjr+gkfy&type=experience")["correction"]
    assert (said["applied"], said["asked"]) == (True, "ehjr gkfy")
    assert [piece.text for piece in said["pieces"] if piece.marked] == ["урок", "план"]
    assert said["url"] == "?q=ehjr+gkfy&type=experience&raw=1"
    assert context("q=ehjr+gkfy&raw=1")["correction"] is None


def test_12_few_hits_in_the_chosen_language_offer_those_in_the_other(bank: Bank, context) -> None:
    bank.put(
        document("page:1", "Биология", language="kk"),
        document("page:2", "Биология"),
        document("page:3", "Биология"),
    )
    assert (
        context("q=биология&language=kk")["elsewhere"]["url"]
        == context("q=биология")["query"].url()
    )
    assert context("q=биология")["elsewhere"] is None


def test_24_a_page_without_hits_says_what_can_be_done(bank: Bank, context) -> None:
    bank.put(document("page:1", "Биология"))
    shown = context("q=биология&language=kk")
    assert shown["heading"] == "Ничего не найдено"
    assert shown["empty"]["text"].startswith("Оставьте одно-два главных слова")
    assert [(link["label"], link["url"]) for link in shown["empty"]["links"]] == [
        ("На другом языке: ещё 1", context("q=биология")["query"].url()),
        ("Искать без фильтров", context("q=биология")["query"].url()),
        ("Показать всё", "?"),
    ]
    assert context("q=биология&language=kk")["missed_url"]
    assert not context("q=биология")["missed_url"]


@pytest.mark.parametrize(("asked", "ordered"), [("биология", True), ("ъъъъ", False)])
def test_an_order_is_offered_where_there_is_something_to_order(
    bank: Bank, engine, asked, ordered
) -> None:
    shown = {"summary": "", "meta": "", "facts": (), "result": None, "url": "/ru/a/"}
    bank.put(document("page:1", "Биология", display={"ru": shown}))
    engine.rebuild()
    page = BeautifulSoup(Client().get("/ru/search/", {"q": asked}).content, "html.parser")
    assert bool(page.select(".order")) is ordered


def test_a_hit_says_why_it_was_found_where_the_words_are_not_there(bank: Bank, engine) -> None:
    shown = {"summary": "", "meta": "", "facts": (), "result": None}
    bank.put(
        document(
            "page:1",
            "Жасуша",
            group="0214",
            language="kk",
            display={"kk": {**shown, "url": "/kk/a/"}},
        ),
        document(
            "page:2",
            "Опыт",
            group="0214",
            sections=(section("О клетке учащимся", name="file-5"),),
            display={"kk": {**shown, "url": "/kk/b/", "files": {"file-5": "/documents/5/"}}},
        ),
    )
    SynonymGroup.objects.create(words_ru="ученик, учащийся")
    engine.rebuild()
    page = Client().get("/kk/search/", {"q": "клетка ученик"}).content.decode()
    hit = BeautifulSoup(page, "html.parser").select_one(".hit")
    assert hit.h2.a["href"] == "/kk/a/"
    assert hit.select_one(".hit__section a")["href"] == "/documents/5/"
    assert hit.select_one(".hit__snippet > [lang]")["lang"] == "ru"
    assert not hit.select_one(".hit__section").find_parents(lang="ru")
    words, version = hit.select(".hit__reason")
    assert words.get_text().endswith("ученик\u00a0= учащийся")
    assert (version.a["href"], version.a["hreflang"]) == ("/kk/b/", "ru")
