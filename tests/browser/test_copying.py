"""Copying the reference: by the button, on a host without a clipboard, and without script."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from search.engines.serving import engine
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WITHOUT_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def address(indexed) -> str:
    page = factories.experience(live=True)
    engine().catch_up()
    return f"/kk/experience/{page.slug}/"


def copied(tab: Page, context: BrowserContext) -> str:
    """Press the button and return what the clipboard holds then."""
    button = tab.get_by_role("button", name="Скопировать")
    button.click()
    expect(tab.locator(".citation [role=status]")).to_have_text("Скопировано")
    context.grant_permissions(["clipboard-read"])
    return tab.evaluate("navigator.clipboard.readText()")


def test_the_button_copies_the_reference_as_it_stands(tab, context, address):
    context.grant_permissions(["clipboard-write"])
    tab.goto(address)
    assert copied(tab, context) == tab.locator(".citation__text").inner_text()


def test_a_host_without_a_clipboard_copies_what_is_selected(tab, context, address):
    tab.add_init_script(
        "Object.defineProperty(navigator.clipboard, 'writeText', {value: undefined})"
    )
    tab.goto(address)
    assert copied(tab, context) == tab.locator(".citation__text").inner_text()


def test_where_nothing_can_be_copied_the_text_is_selected_and_that_is_said(tab, address):
    tab.add_init_script(WITHOUT_CLIPBOARD)
    tab.add_init_script("document.execCommand = () => false")
    tab.goto(address)
    tab.get_by_role("button", name="Скопировать").click()
    expect(tab.locator(".citation [role=status]")).to_contain_text("Текст выделен")
    selected = tab.evaluate("getSelection().toString()")
    assert selected.strip() == tab.locator(".citation__text").inner_text()


def test_without_script_there_is_the_text_and_no_button(browser: Browser, live_server, address):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".citation__text")).to_be_visible()
    expect(page.get_by_role("button", name="Скопировать")).to_have_count(0)
    context.close()
