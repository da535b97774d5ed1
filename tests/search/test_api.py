"""The search as JSON: the same hits as the page, public, bounded, with errors that say what is wrong."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageViewRestriction

from search import api
from search.filters import FACET_LABELS
from search.models import SynonymGroup
from search.query import SORTS
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/search"
ROOT = Path(__file__).resolve().parents[2]


def ask(reader: Client, **parameters):
    return reader.get(ADDRESS, parameters)


def titles(response) -> list[str]:
    return [hit["title"] for hit in response.json()["hits"]]


def test_a_hit_says_all_that_a_list_needs(reader, indexed):
    page = factories.experience(live=True, title="Карточки самопроверки")
    indexed()
    found = ask(reader, q="карточками", lang="ru").json()
    (hit,) = found["hits"]
    assert (found["total"], found["strong_total"], found["page_count"]) == (1, 1, 1)
    assert found["facets"]["type"] == [{"value": "experience", "label": "Опыт", "count": 1}]
    assert (hit["number"], hit["type"], hit["language"]) == (page.number, "experience", "ru")
    assert hit["title"] == "Карточки самопроверки"
    assert hit["url"] == f"http://testserver/ru/experience/{page.slug}/"
    assert hit["permanent_url"] == f"http://testserver/m/{page.number}/"
    assert hit["match"] == "strong"
    assert {"text": "карточкам", "marked": True} in hit["snippet"]["pieces"]
    assert hit["published"] <= hit["updated"]


def test_its_hits_are_those_of_the_page(reader, indexed):
    for number in range(12):
        factories.experience(live=True, title=f"Карточки {number}")
    indexed()
    shown = reader.get("/ru/search/?q=карточки&page=2").content.decode()
    hits = ask(reader, q="карточки", lang="ru", page=2).json()["hits"]
    assert len(hits) == 2
    assert all(hit["url"].removeprefix("http://testserver") in shown for hit in hits)


def test_pages_lead_to_each_other(reader, indexed):
    for number in range(12):
        factories.experience(live=True, title=f"Карточки {number}")
    indexed()
    first = ask(reader, q="карточки", lang="ru").json()
    assert (first["previous"], first["page_count"]) == (None, 2)
    second = reader.get(first["next"].removeprefix("http://testserver")).json()
    assert (second["query"]["page"], second["next"]) == (2, None)
    assert second["page"].startswith("http://testserver/ru/search/?q=")


def test_the_language_of_the_interface_is_a_parameter_and_kazakh_without_it(reader, indexed):
    factories.experience(live=True)
    indexed()
    for language, asked in (("kk", {}), ("kk", {"lang": "kk"}), ("ru", {"lang": "ru"})):
        response = reader.get(ADDRESS, asked, headers={"accept-language": "ru"})
        assert response.json()["query"]["language"] == language
        assert response.headers["Content-Language"] == language
        assert f"/{language}/experience/" in response.json()["hits"][0]["url"]


def test_filters_narrow(reader, indexed):
    factories.experience(live=True)
    factories.guide(live=True)
    indexed()
    found = ask(reader, type="guide").json()
    assert [hit["type"] for hit in found["hits"]] == ["guide"]
    assert found["query"]["filters"] == {"type": ["guide"]}


def test_18_what_is_closed_to_a_reader_is_not_told(reader, indexed):
    page = factories.experience(live=True, title="Закрытое описание")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )
    indexed()
    assert ask(reader, q="закрытое").json()["total"] == 0
    member = Client()
    member.force_login(factories.user())
    assert titles(ask(member, q="закрытое")) == ["Закрытое описание"]
    restriction.delete()
    indexed()
    assert titles(ask(reader, q="закрытое")) == ["Закрытое описание"]


def test_any_origin_may_read_it_and_no_cookie_is_set(reader, indexed):
    response = reader.get(ADDRESS, headers={"origin": "https://school.example"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert not response.cookies


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"q": "у" * 201}, "q"),
        ({"page": "0"}, "page"),
        ({"page": "101"}, "page"),
        ({"page": "1e1"}, "page"),
        ({"page": "-1"}, "page"),
        ({"page": "9" * 5000}, "page"),
        ({"sort": "author"}, "sort"),
        ({"in": "files"}, "in"),
        ({"raw": "0"}, "raw"),
        ({"lang": "en"}, "lang"),
        ({"gread": "3"}, "gread"),
        ({"grade": [str(number) for number in range(21)]}, "grade"),
    ],
)
def test_what_cannot_be_understood_is_named(reader, parameters, named):
    response = ask(reader, **parameters)
    problem = response.json()["error"]
    assert (response.status_code, problem["status"], problem["parameter"]) == (400, 400, named)
    assert problem["message"]


def test_the_bounds_themselves_are_within_bounds(reader, indexed):
    factories.experience(live=True)
    indexed()
    assert ask(reader, q="у" * 200, page="100").status_code == 200


def test_only_reading_is_answered(reader):
    for method in ("post", "put", "delete", "patch"):
        response = getattr(reader, method)(ADDRESS)
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
        assert response.json()["error"]["message"]
    assert reader.head(ADDRESS).status_code == 200


def test_other_addresses_of_the_api_answer_404_as_json(reader):
    response = reader.get("/api/v2/search")
    assert response.status_code == 404
    assert "/api/v1/search" in response.json()["error"]["message"]


def test_reading_writes_nothing(reader, indexed):
    factories.experience(live=True)
    indexed()
    ask(reader, q="карточки")
    with CaptureQueriesContext(connection) as queries:
        ask(reader, q="карточки")
    assert len(queries) <= 8
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


def test_its_parameters_are_documented():
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in ("q", "page", api.LANGUAGE_PARAMETER, "sort", *SORTS, *FACET_LABELS):
        assert f"`{name}`" in text, name


def test_6_a_correction_says_what_was_asked_and_how_to_insist(reader, indexed):
    factories.experience(live=True, title="Карточки самопроверки")
    indexed()
    correction = ask(reader, q="rfhnjxrb", lang="ru").json()["correction"]
    assert (correction["kind"], correction["asked"], correction["applied"]) == (
        "layout",
        "rfhnjxrb",
        True,
    )
    typed = reader.get(correction["raw_url"].removeprefix("http://testserver")).json()
    assert (typed["query"]["raw"], typed["correction"], typed["total"]) == (True, None, 0)


def test_28_picks_are_told(reader, indexed):
    page = factories.experience(live=True, title="Карточки самопроверки")
    indexed()
    query = Query.objects.create(query_string="карточки")
    SearchPromotion.objects.create(query=query, page=page, description="Начните отсюда")
    SearchPromotion.objects.create(
        query=query, external_link_url="https://example.kz/", external_link_text="Образцы"
    )
    own, foreign = ask(reader, q="карточки", lang="ru").json()["picks"]
    assert (own["number"], own["description"]) == (page.number, "Начните отсюда")
    assert own["url"] == f"http://testserver/ru/experience/{page.slug}/"
    assert (foreign["url"], foreign["type"], foreign["number"]) == (
        "https://example.kz/",
        None,
        None,
    )
    assert ask(reader, q="другое", lang="ru").json()["picks"] == []


def test_12_the_other_language_is_counted(reader, indexed):
    factories.experience(live=True, title="Карточки", language="ru")
    indexed()
    found = ask(reader, q="карточки", lang="ru", language="kk").json()
    assert (found["total"], found["other_language"]["count"]) == (0, 1)
    address = found["other_language"]["url"].removeprefix("http://testserver")
    assert reader.get(address).json()["total"] == 1
    assert ask(reader, q="карточки", lang="ru").json()["other_language"] is None


def test_a_hit_says_in_which_version_and_by_which_synonym_it_was_found(reader, indexed):
    page = factories.experience(live=True, title="Лабиринт", language="ru")
    SynonymGroup.objects.create(words_ru="лабиринт", words_kk="шытырман")
    indexed()
    (hit,) = ask(reader, q="шытырман", lang="kk").json()["hits"]
    assert hit["found_by"] == {"asked": "шытырман", "found": "лабиринт"}
    assert (hit["found_in"], hit["snippet"]["file_url"]) == (None, None)
    factories.experience(
        live=True, title="Тәжірибе", language="kk", address=page.address, slug="tajiribe"
    )
    indexed()
    (hit,) = ask(reader, q="шытырман", lang="kk").json()["hits"]
    assert (hit["language"], hit["found_in"]["language"]) == ("kk", "ru")
    assert hit["found_in"]["url"] == f"http://testserver/kk/experience/{page.slug}/"
