"""The search page: what a view makes of a query."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from django.test import RequestFactory
from django.utils import translation

from search import views
from search.documents import group_token
from search.paging import page_links
from search.query import SearchQuery
from search.readers import Reader, reader_of
from tests.search.bank import Bank, document

pytestmark = pytest.mark.django_db


@pytest.fixture
def context(monkeypatch, engine, bank: Bank):
    """The context that the view gives to its template."""
    given: dict[str, object] = {}
    monkeypatch.setattr(views, "render", lambda request, template, context: given.update(context))

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
    bank.put(document(facets={"type": ("guide",)}))
    (group,) = context("q=a&page=2")["filters"]["groups"]
    assert group.values[0].url == "?q=a&type=guide"
    (group,) = context("q=a&type=guide")["filters"]["groups"]
    assert (group.values[0].checked, group.values[0].url) == (True, "?q=a")


def test_30_forms_keep_what_they_do_not_ask(bank: Bank, context) -> None:
    bank.put(document(facets={"type": ("guide",)}))
    given = context("q=a&type=guide&sort=date&page=3")
    assert given["filters"]["hidden"] == [
        {"name": "q", "value": "a"},
        {"name": "sort", "value": "date"},
    ]
    assert given["hidden"] == [
        {"name": "type", "value": "guide"},
        {"name": "sort", "value": "date"},
    ]


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
