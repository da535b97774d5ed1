"""The search page in a browser: filters, the way back, shared addresses, narrow screens."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from search.engines.serving import engine
from tests import factories
from tests.browser.conftest import photograph

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture
def bank() -> None:
    """Ten materials of ten authors about one word, of two types and languages."""
    for number in range(9):
        author = factories.author(surname_ru=f"Автор{'абвгдежзи'[number]}ев")
        factories.experience(
            live=True,
            title=f"Карточки самопроверки {number}",
            authors=[author],
            language="kk" if number < 2 else "ru",
        )
    factories.guide(live=True, title="Карточки в пособии")
    engine().catch_up()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request, browser: Browser, live_server) -> Iterator[Page]:
    """A tab of a reader with and without script."""
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=request.param, locale="ru-RU"
    )
    yield context.new_page()
    context.close()


def found(page: Page, number: int, language: str = "ru") -> None:
    """The heading says how many materials there are."""
    words = {"ru": rf"Найдено?\s{number}\s", "kk": rf"{number}\sматериал"}
    expect(page.locator("h1")).to_have_text(re.compile(words[language]))


def choose(page: Page, name: str) -> None:
    page.get_by_role("checkbox", name=re.compile(rf"^{name}\s\d")).check()
    page.get_by_role("button", name="Показать").click()


def test_22_filters_narrow_and_chips_widen(bank, page):
    page.goto("/ru/search/?q=карточки")
    found(page, 10)
    choose(page, "Опыт")
    found(page, 9)
    choose(page, "Казахский")
    found(page, 2)
    expect(page).to_have_url(re.compile("type=experience&language=kk"))
    chips = page.locator(".chips")
    expect(chips.get_by_role("link")).to_have_text(
        [re.compile("Опыт"), re.compile("Казахский"), "Сбросить"]
    )
    chips.get_by_role("link", name=re.compile("Казахский")).click()
    found(page, 9)
    chips.get_by_role("link", name="Сбросить").click()
    found(page, 10)
    expect(page.locator("#search")).to_have_value("карточки")


def test_22_a_long_filter_opens_whole(bank, page):
    page.goto("/ru/search/?q=карточки")
    page.locator("summary", has_text=re.compile("^Автор$")).click()
    last = page.get_by_role("checkbox", name=re.compile("^Авториев"))
    expect(last).to_be_hidden()
    page.locator("summary", has_text=re.compile("^Все$")).last.click()
    last.check()
    page.get_by_role("button", name="Показать").click()
    found(page, 1)
    expect(page.get_by_role("checkbox", name=re.compile("^Авториев"))).to_be_checked()


def test_30_the_way_back_and_a_shared_address_show_the_same(bank, page):
    page.goto("/ru/search/?q=карточки")
    choose(page, "Пособие")
    found(page, 1)
    shared = page.url
    page.get_by_role("link", name="Карточки в пособии").click()
    expect(page.locator("h1")).to_have_text("Карточки в пособии")
    page.go_back()
    found(page, 1)
    expect(page.get_by_role("checkbox", name=re.compile("^Пособие"))).to_be_checked()
    page.go_back()
    found(page, 10)
    expect(page.get_by_role("checkbox", name=re.compile("^Пособие"))).not_to_be_checked()
    other = page.context.new_page()
    other.goto(shared)
    found(other, 1)
    other.get_by_role("link", name="Қаз", exact=True).click()
    found(other, 1, "kk")
    expect(other.locator("#search")).to_have_value("карточки")
    expect(other.get_by_role("checkbox", name=re.compile("^Құрал"))).to_be_checked()


def test_24_what_was_missing_can_be_said(bank, page):
    page.goto("/ru/search/?q=ъъъъ")
    expect(page.locator("h1")).to_have_text("Ничего не найдено")
    page.get_by_label("Чего не хватило?").fill("Уроки плавания")
    page.get_by_role("button", name="Отправить").click()
    expect(page.locator("h1")).to_have_text("Спасибо")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_narrow_screen_needs_no_sideways_scrolling(bank, tab, language):
    tab.set_viewport_size({"width": 360, "height": 740})
    for question in ("карточки", "ъъъъ" * 30):
        tab.goto(f"/{language}/search/?q={question}")
        assert tab.evaluate(FITS)
        photograph(tab, f"search-360-{language}-{question[:4]}")
    tab.goto(f"/{language}/search/?q=карточки&type=experience")
    tab.locator(".filters__open").click()
    expect(tab.locator("#filters")).to_be_visible()
    tab.evaluate("document.querySelectorAll('details').forEach(facet => (facet.open = true))")
    assert tab.evaluate(FITS)
    photograph(tab, f"search-filters-360-{language}")
    tab.locator(".filters__close").click()
    expect(tab.locator("#filters")).to_be_hidden()
