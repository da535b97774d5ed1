"""The main job from end to end: a methodist writes, another publishes, a teacher finds and reads."""

import re

import pytest
from playwright.sync_api import Page, expect

from search.engines.serving import engine
from tests import factories
from tests.browser.conftest import photograph

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def sign_in(tab: Page, person) -> None:
    tab.goto("/cms/")
    tab.fill("[name=username]", person.username)
    tab.fill("[name=password]", person.username)
    tab.click("button[type=submit]")
    expect(tab).to_have_url(re.compile("/cms/$"))


def open_tab(tab: Page, name: str) -> None:
    tab.get_by_role("tab", name=name).click()


def write(tab: Page, field: str, text: str) -> None:
    """Type into a rich text field of the editor, and wait until the form holds it."""
    editor = tab.locator(f'[data-contentpath="{field}"] [contenteditable="true"]').first
    editor.click()
    tab.keyboard.type(text)
    expect(tab.locator(f"input[name={field}]")).to_have_value(re.compile(re.escape(text)))


def test_from_the_first_word_to_the_reader(browser, context, tab, live_server):
    writer = factories.user("methodist", username="daulet")
    publisher = factories.user("methodist-publisher", username="aigul")
    technology = factories.technology(live=True, title="Работа по станциям")
    page = factories.experience(
        by=writer, title="Черновик", relevance="", language="ru", slug="chernovik"
    )
    page.technology_uses.create(technology=technology)
    page.save_revision(user=writer)

    sign_in(tab, writer)
    photograph(tab, "journey-1-dashboard")
    tab.get_by_role("link", name="Черновик", exact=True).click()
    tab.fill("[name=title]", "Планы уроков по карточкам")
    open_tab(tab, "Идея")
    write(tab, "relevance", "На уроке считали только быстрые ученики, остальные ждали.")
    photograph(tab, "journey-2-editor")
    tab.get_by_role("button", name="Больше действий").click()
    tab.locator("[name=action-submit]").click()
    expect(tab.locator(".messages")).to_contain_text("Планы уроков по карточкам")

    second = browser.new_context(base_url=live_server.url, locale="ru-RU")
    other = second.new_page()
    sign_in(other, publisher)
    other.get_by_role("link", name="Планы уроков по карточкам").first.click()
    photograph(other, "journey-3-review")
    other.get_by_role("button", name="Больше действий").click()
    other.get_by_role("button", name=re.compile("Одобрить")).first.click()
    other.wait_for_load_state("networkidle")
    second.close()
    page.refresh_from_db()
    assert page.live

    engine().catch_up()
    reader = context.new_page()
    reader.goto("/kk/")
    reader.get_by_role("combobox").last.fill("уроков план")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile("/kk/search/"))
    photograph(reader, "journey-4-search")
    reader.get_by_role("link", name=re.compile("Планы уроков")).first.click()
    expect(reader.locator("h1")).to_contain_text("Планы")
    expect(reader.locator("html")).to_have_attribute("lang", "kk")
    expect(reader.locator("article")).to_have_attribute("lang", "ru")
    photograph(reader, "journey-5-material")
    reader.get_by_role("link", name="Рус", exact=True).click()
    expect(reader.locator("html")).to_have_attribute("lang", "ru")
    expect(reader.locator("h1")).to_contain_text("Планы")

    reader.locator(".authors a, .authors-line a, .material a[href*='/authors/']").first.click()
    expect(reader.locator("h1")).to_contain_text("Оспанова")
    reader.get_by_role("link", name=re.compile("Планы уроков")).first.click()
    reader.get_by_role("link", name="Работа по станциям").first.click()
    expect(reader.locator("h1")).to_contain_text("Работа по станциям")
    expect(reader.get_by_role("link", name=re.compile("Планы уроков")).first).to_be_visible()
    photograph(reader, "journey-6-technology")


@pytest.mark.parametrize("width", [1100, 1280, 1400])
def test_every_tab_of_the_editor_can_be_reached(tab, width):
    writer = factories.user("methodist", username="daulet")
    page = factories.experience(by=writer)
    tab.set_viewport_size({"width": width, "height": 900})
    sign_in(tab, writer)
    tab.goto(f"/cms/pages/{page.pk}/edit/")
    tabs = tab.get_by_role("tab")
    assert tabs.count() == 8
    for number in range(8):
        tabs.nth(number).click(timeout=5000)
        expect(tabs.nth(number)).to_have_attribute("aria-selected", "true")


def test_the_search_works_without_script(browser, live_server):
    factories.experience(live=True, title="Карточки самопроверки")
    engine().catch_up()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ru/search/?q=карточками")
    page.get_by_role("checkbox", name=re.compile(r"^3 класс \d")).check()
    page.get_by_role("button", name="Показать").click()
    expect(page).to_have_url(re.compile("grade=3"))
    expect(page.get_by_role("link", name=re.compile("Карточки")).first).to_be_visible()
    context.close()
