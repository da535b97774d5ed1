"""A selection of materials by its address: order, bad numbers, what is closed, and what programs see."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation
from wagtail.models import PageViewRestriction

from pages.page_cache import pages
from portal.selection import Asked
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(reader, indexed):
    """Ask for a selection and return the page."""

    def ask(numbers: str, language: str = "ru") -> BeautifulSoup:
        indexed()
        answer = reader.get(f"/{language}/selection/", {"m": numbers} if numbers else {})
        assert answer.status_code == 200
        return BeautifulSoup(answer.content.decode().replace("\xa0", " "), "html.parser")

    return ask


def titles(page: BeautifulSoup) -> list[str]:
    return [link.text for link in page.select(".material-row__title a")]


def messages(page: BeautifulSoup) -> str:
    return " ".join(message.get_text(" ", strip=True) for message in page.select("main .message"))


def test_numbers_are_read_from_an_address():
    asked = Asked.from_text(" 214,0033,,214, 33,x1,٣,12345678901")
    assert asked == Asked(("0214", "0033"), ("x1", "٣", "12345678901"), False)
    assert Asked.from_text("") == Asked((), (), False)
    many = Asked.from_text(",".join(map(str, range(1, 60))))
    assert (len(many.numbers), many.is_cut) == (50, True)


def test_materials_stand_in_the_order_of_the_address(shown):
    first, second = factories.experience(live=True), factories.guide(live=True)
    for chosen in ((first, second), (second, first)):
        page = shown(",".join(material.number for material in chosen))
        assert titles(page) == [material.title for material in chosen]
        assert messages(page) == ""


def test_each_row_has_its_permanent_address_for_paper_and_a_way_out(shown):
    first, second = factories.experience(live=True), factories.guide(live=True)
    page = shown(f"{first.number},{second.number}")
    addresses = [line.text for line in page.select(".material-row .print-only")]
    assert addresses == [
        f"http://testserver{made.address.get_absolute_url()}" for made in (first, second)
    ]
    ways_out = [link["href"] for link in page.select(".material-row__remove")]
    assert ways_out == [f"?m={second.number}", f"?m={first.number}"]
    assert shown(first.number).select_one(".material-row__remove")["href"] == "/ru/selection/"


def test_what_is_no_number_is_named_and_harmless(shown):
    page = shown("<script>alert(1)</script>,x1")
    assert "«<script>alert(1)</sc», «x1»" in messages(page)
    assert not any("alert(1)" in script.text for script in page.select("script"))
    assert titles(page) == []


def test_of_materials_that_are_not_public_only_their_number_is_told(shown):
    public, withdrawn, private = (factories.experience(live=True) for _ in range(3))
    numbers = f"{public.number},{withdrawn.number},{private.number},9999"
    assert len(titles(shown(numbers))) == 3
    withdrawn.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    page = shown(numbers)
    assert titles(page) == [public.title]
    assert "Не показаны 3 материала" in messages(page)
    assert withdrawn.title not in page.text
    assert private.title not in page.text


def test_more_than_fifty_are_cut_and_that_is_said(shown):
    material = factories.experience(live=True)
    page = shown(",".join([material.number, *map(str, range(9000, 9060))]))
    assert titles(page) == [material.title]
    assert "не больше 50 материалов" in messages(page)


def test_a_translated_material_stands_in_the_language_of_the_interface(shown):
    original = factories.experience(live=True)
    other = factories.experience(live=True, language="kk", address=original.address)
    assert titles(shown(original.number, "kk")) == [other.title]
    assert titles(shown(original.number, "ru")) == [original.title]


def test_without_numbers_it_says_what_a_selection_is(shown):
    factories.home()
    page = shown("")
    assert "Сохранить в подборку" in page.select_one("main").text
    assert page.select("main button") == []


def test_it_is_kept_from_search_engines_also_out_of_the_page_cache(reader, indexed):
    material = factories.experience(live=True)
    indexed()
    for _ in range(2):
        answer = reader.get(f"/ru/selection/?m={material.number}")
        assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in reader.get("/ru/authors/").headers


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_it_is_kept_in_the_page_cache_until_a_material_changes(reader, indexed):
    material = factories.experience(live=True)
    indexed()
    address = f"/ru/selection/?m={material.number}"
    reader.get(address)
    pages.clear()
    reader.get(address)
    assert len(pages._pages) == 1
    material.unpublish()
    assert material.title not in reader.get(address).content.decode()


def test_a_material_offers_to_save_its_number_once_a_script_shows_the_button(reader, indexed):
    material = factories.experience(live=True)
    indexed()
    with translation.override("ru"):
        page = BeautifulSoup(reader.get(material.url).content, "html.parser")
    button = page.select_one("[data-save]")
    assert button["data-save"] == material.number
    assert button.parent.has_attr("hidden")
    assert page.select_one('.footer [hidden] [data-selection][href="/ru/selection/"]')
