"""The low-vision version is chosen, kept and left by buttons alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser, shown: str) -> Iterator[Page]:
    """A dark telephone without script."""
    context = browser.new_context(
        base_url=shown,
        viewport={"width": 360, "height": 700},
        color_scheme="dark",
        java_script_enabled=False,
    )
    yield context.new_page()
    context.close()


def test_a_version_is_chosen_kept_and_left_without_script(page):
    page.goto("/ru/search/?q=карточки")
    asked = page.url
    page.get_by_role("button", name="Версия для слабовидящих").click()
    expect(page).to_have_url(asked)
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    page.get_by_role("button", name="Белым по чёрному").click()
    expect(page.locator("body")).to_have_css("background-color", "rgb(0, 0, 0)")
    page.get_by_role("button", name="Самый крупный").click()
    page.goto("/kk/")
    expect(page.locator("html")).to_have_css("font-size", "32px")
    expect(page.locator("body")).to_have_css("background-color", "rgb(0, 0, 0)")
    page.get_by_role("button", name="Қалыпты нұсқа").click()
    expect(page.locator(".panel")).to_have_count(0)
    expect(page.locator("body")).to_have_css("background-color", "rgb(16, 25, 28)")
