"""Parameters of an address become a bounded query, and a query an address."""

import pytest
from django.http import QueryDict
from hypothesis import example, given
from hypothesis import strategies as st

from search.query import LAST_PAGE, LONGEST_TEXT, MOST_VALUES, SCOPES, SORTS, SearchQuery

KNOWN = {"type": ["experience", "guide"], "grade": [str(number) for number in range(30)]}


def parse(parameters: str) -> SearchQuery:
    return SearchQuery.from_parameters(QueryDict(parameters), KNOWN)


def test_16_a_text_is_cut_at_200_characters() -> None:
    assert len(parse("q=" + "a" * 5_000).text) == LONGEST_TEXT


def test_16_control_characters_and_line_ends_become_spaces() -> None:
    assert parse("q=%00план%0A%0Dурока%07").text == "план урока"


@pytest.mark.parametrize(
    ("asked", "page"),
    [("3", 3), ("0", 1), ("-1", 1), ("abc", 1), ("9" * 400, 1), ("101", LAST_PAGE), ("²", 1)],
)
def test_a_page_is_a_number_up_to_100(asked: str, page: int) -> None:
    assert parse(f"page={asked}").page == page


def test_values_that_do_not_exist_are_ignored() -> None:
    assert parse("type=guide&type=nonsense&colour=red").facets == {"type": ("guide",)}


def test_at_most_20_values_of_a_facet_count() -> None:
    asked = "&".join(f"grade={number}" for number in range(30))
    assert len(parse(asked).facets["grade"]) == MOST_VALUES


def test_an_unknown_order_is_that_by_relevance() -> None:
    assert parse("sort=price").sort == "relevance"


def test_29_an_unknown_scope_is_everywhere() -> None:
    assert parse("q=a&in=spellings").scope == ""
    assert parse("q=a&in=steps").scope == "steps"


def test_30_an_address_says_all_that_was_chosen_and_nothing_else() -> None:
    query = parse("q=план урока&type=guide&grade=3&grade=4&sort=date&page=2")
    assert query.url(page=query.page) == (
        "?q=%D0%BF%D0%BB%D0%B0%D0%BD+%D1%83%D1%80%D0%BE%D0%BA%D0%B0"
        "&type=guide&grade=3&grade=4&sort=date&page=2"
    )
    assert SearchQuery().url() == "?"


def test_30_a_changed_filter_goes_back_to_the_first_page() -> None:
    query = parse("q=a&type=guide&page=7")
    assert query.toggled("type", "experience") == "?q=a&type=guide&type=experience"
    assert query.toggled("type", "guide") == "?q=a"
    assert query.url(sort="date") == "?q=a&type=guide&sort=date"


@given(
    text=st.text(max_size=60),
    grades=st.lists(st.sampled_from(KNOWN["grade"]), max_size=5, unique=True),
    page=st.integers(1, LAST_PAGE),
    sort=st.sampled_from(SORTS),
    scope=st.sampled_from(SCOPES),
    raw=st.booleans(),
)
# An invisible character at the end.
@example(text="0 \u00ad", grades=[], page=1, sort=SORTS[0], scope=SCOPES[0], raw=False)
def test_30_an_address_leads_back_to_its_query(
    text: str, grades: list[str], page: int, sort: str, scope: str, raw: bool
) -> None:
    parameters = QueryDict(mutable=True)
    parameters.setlist("q", [text])
    parameters.setlist("grade", grades)
    parameters["page"], parameters["sort"], parameters["in"] = str(page), sort, scope
    parameters["raw"] = "1" if raw else ""
    query = SearchQuery.from_parameters(parameters, KNOWN)
    assert parse(query.url(page=query.page)[1:]) == query


@given(st.binary(max_size=200))
def test_16_any_query_string_is_understood_or_ignored(raw: bytes) -> None:
    query = SearchQuery.from_parameters(QueryDict(raw), KNOWN)
    assert len(query.text) <= LONGEST_TEXT
    assert 1 <= query.page <= LAST_PAGE
