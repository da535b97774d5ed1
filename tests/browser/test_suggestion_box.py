"""Behaviour 23 in a browser: the combobox by keyboard and by mouse, and the field without script."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from search.engines.serving import engine
from tests import factories
from tests.browser.conftest import photograph

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def bank() -> None:
    factories.experience(live=True, title="Планы уроков по карточкам")
    factories.experience(live=True, title="Урок одной задачи", language="kk")
    engine().catch_up()


def typed(tab: Page, address: str, text: str, field: str = "search") -> tuple[Locator, Locator]:
    """Type into the field of a page; return field and list once the list is open."""
    tab.goto(address)
    box = tab.locator(f"#{field}")
    box.fill("")
    box.press_sequentially(text)
    options = tab.get_by_role("listbox")
    expect(options).to_be_visible()
    return box, options


def test_23_the_roles_are_those_of_a_combobox(bank, tab):
    box, options = typed(tab, "/ru/search/", "ур")
    expect(box).to_have_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    expect(options).to_have_accessible_name("Подсказки")
    assert box.get_attribute("aria-controls") == options.get_attribute("id")
    expect(options.get_by_role("option")).to_have_count(2)
    expect(options.locator("[lang=kk]")).to_have_text("Урок одной задачи")


def test_23_arrows_choose_and_enter_searches(bank, tab):
    box, options = typed(tab, "/ru/search/", "ур")
    expect(box).to_have_attribute("aria-activedescendant", "")
    first, second = options.get_by_role("option").all()
    for key, chosen in (
        ("ArrowDown", first),
        ("ArrowDown", second),
        ("ArrowDown", None),
        ("ArrowUp", second),
        ("ArrowUp", first),
    ):
        box.press(key)
        for option in (first, second):
            selected = "true" if option is chosen else "false"
            expect(option).to_have_attribute("aria-selected", selected)
        active = chosen.get_attribute("id") if chosen else ""
        expect(box).to_have_attribute("aria-activedescendant", active or "")
        expect(box).to_have_value("ур")
        expect(box).to_be_focused()
    photograph(tab, "suggestions")
    box.press("Enter")
    expect(tab).to_have_url(re.compile("/ru/search/"))
    expect(tab.locator("#search")).to_have_value("Урок одной задачи")
    expect(tab.get_by_role("link", name="Урок одной задачи")).to_be_visible()


def test_23_enter_without_a_choice_searches_what_was_typed(bank, tab):
    box, _ = typed(tab, "/ru/search/", "уро")
    box.press("Enter")
    tab.wait_for_url(re.compile("q="))
    expect(tab.locator("#search")).to_have_value("уро")


def test_23_escape_closes_and_an_arrow_opens_again(bank, tab):
    box, options = typed(tab, "/ru/search/", "ур")
    box.press("ArrowDown")
    box.press("Escape")
    expect(options).to_be_hidden()
    expect(box).to_have_value("ур")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    expect(tab.get_by_role("listbox")).to_be_visible()
    box.press("Tab")
    expect(tab.get_by_role("listbox")).to_be_hidden()


def test_23_a_click_chooses_on_any_page_with_a_field(bank, tab):
    for address, field in (("/kk/", "home-search"), ("/kk/subjects/", "header-search")):
        _, options = typed(tab, address, "ehj", field)
        expect(options).to_have_accessible_name("Ұсыныстар")
        photograph(tab, f"suggestions-{field}")
        options.get_by_text("Планы уроков").click()
        expect(tab).to_have_url(re.compile("/kk/search/"))
        expect(tab.locator("#search")).to_have_value("Планы уроков по карточкам")


def test_23_on_a_narrow_screen_the_list_stays_on_it(bank, tab):
    tab.set_viewport_size({"width": 360, "height": 700})
    _, options = typed(tab, "/ru/", "ур", "home-search")
    box = options.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert all(
        (option.bounding_box() or {})["height"] >= 44
        for option in options.get_by_role("option").all()
    )
    photograph(tab, "suggestions-360")


def test_23_without_script_the_field_is_a_search_field(bank, browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ru/")
    field = page.get_by_role("searchbox").last
    field.fill("урок")
    field.press("Enter")
    expect(page).to_have_url(re.compile("/ru/search/"))
    expect(page.get_by_role("listbox")).to_have_count(0)
    context.close()
