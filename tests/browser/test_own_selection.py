"""The selection of a reader: kept in the browser, shown by its address, shared, cleared; and what a browser refuses."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from search.engines.serving import engine
from tests import factories
from tests.browser.conftest import photograph

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

SAVE, OWN, TAKE_OUT = "Сохранить в подборку", "Сохранить в мою подборку", "Убрать из подборки"
KEPT = "localStorage.getItem('selection')"


@pytest.fixture
def materials() -> list:
    made = [factories.experience(live=True), factories.guide(live=True)]
    engine().catch_up()
    return made


def address(material) -> str:
    section = {"experience": "experience", "guide": "guides"}[material.kind]
    return f"/ru/{section}/{material.slug}/"


def save(tab: Page, material) -> None:
    tab.goto(address(material))
    tab.get_by_role("button", name=SAVE).click()


def own(tab: Page):
    return tab.locator(".footer [data-selection]")


def test_saved_materials_are_counted_shown_and_taken_out_one_by_one(tab, materials):
    first, second = materials
    save(tab, first)
    expect(tab.get_by_role("status").get_by_role("link")).to_have_text("Подборка (1)")
    save(tab, second)
    expect(own(tab)).to_have_text("Подборка (2)")
    own(tab).click()
    expect(tab).to_have_url(re.compile(rf"\?m={first.number},{second.number}$"))
    expect(tab.locator(".material-row")).to_have_count(2)
    photograph(tab, "selection")
    tab.get_by_role("link", name=re.compile("^Убрать")).first.click()
    expect(tab).to_have_url(re.compile(rf"\?m={second.number}$"))
    expect(own(tab)).to_have_text("Подборка (1)")
    tab.goto("/ru/selection/")
    expect(tab).to_have_url(re.compile(rf"\?m={second.number}$"))


def test_the_button_of_a_saved_material_takes_it_out(tab, materials):
    save(tab, materials[0])
    tab.reload()
    tab.get_by_role("button", name=TAKE_OUT).click()
    expect(tab.get_by_role("button", name=SAVE)).to_be_visible()
    expect(own(tab)).to_be_hidden()
    assert tab.evaluate(KEPT) == "[]"


def test_clearing_asks_first(tab, materials):
    save(tab, materials[0])
    own(tab).click()
    tab.once("dialog", lambda dialog: dialog.dismiss())
    tab.get_by_role("button", name="Очистить").click()
    expect(tab.locator(".material-row")).to_have_count(1)
    tab.once("dialog", lambda dialog: dialog.accept())
    tab.get_by_role("button", name="Очистить").click()
    expect(tab).to_have_url(re.compile("/ru/selection/$"))
    expect(tab.locator(".material-row")).to_have_count(0)
    assert tab.evaluate(KEPT) == "[]"


def test_a_selection_of_others_is_shown_without_touching_the_own_and_may_be_saved(tab, materials):
    first, second = materials
    save(tab, first)
    tab.goto(f"/ru/selection/?m={second.number}")
    tab.get_by_role("link", name=re.compile("^Убрать")).click()
    expect(own(tab)).to_have_text("Подборка (1)")
    tab.goto(f"/ru/selection/?m={second.number}")
    tab.get_by_role("button", name=OWN).click()
    expect(own(tab)).to_have_text("Подборка (2)")


def test_a_browser_that_keeps_nothing_says_so(tab, materials):
    tab.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    save(tab, materials[0])
    expect(tab.get_by_role("status").first).to_have_text(
        "Этот браузер не разрешает сайту хранить подборку."
    )
    expect(tab.get_by_role("button", name=SAVE)).to_be_visible()


def test_a_full_selection_says_so(tab, materials):
    tab.goto(address(materials[0]))
    tab.evaluate(
        "localStorage.setItem('selection', JSON.stringify([...Array(50).keys()].map(n => String(8000 + n))))"
    )
    tab.reload()
    tab.get_by_role("button", name=SAVE).click()
    expect(tab.get_by_role("status").first).to_contain_text("не больше 50")
    expect(own(tab)).to_have_text("Подборка (50)")


@pytest.mark.parametrize("kept", ["{", "null", "[1, {}, '<b>']", '["<b>", "0214"]'])
def test_what_somebody_else_wrote_there_breaks_nothing(tab, materials, kept):
    tab.goto("/ru/")
    tab.evaluate("kept => localStorage.setItem('selection', kept)", kept)
    save(tab, materials[0])
    expect(own(tab)).to_contain_text(re.compile(r"Подборка \([12]\)"))


def test_without_script_a_shared_selection_is_read_and_nothing_is_offered(
    browser: Browser, live_server, materials
):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/ru/selection/?m={materials[0].number},{materials[1].number}")
    expect(page.locator(".material-row")).to_have_count(2)
    expect(page.locator("main button:visible")).to_have_count(0)
    expect(page.locator("[data-selection]:visible")).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Убрать")).first.click()
    expect(page.locator(".material-row")).to_have_count(1)
    context.close()
