"""The low-vision and the lite version of every page, by the measures of the ordinary one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.faults import faults, opened
from tests.browser.sights import PAGES, Sight, all_sights, rotated

VERSIONS = ("v1.24.black.usual.on", "v1.32.white.wide.off", "v1.18.blue.usual.on", "lite")


def looked_at(browser: Browser, shown: str, sight: Sight, version: str) -> list[str]:
    """Open a page in a version and return its faults."""
    with opened(browser, shown, sight) as page:
        page.context.add_cookies([{"name": "view", "value": version, "url": shown}])
        page.goto(f"/{sight.language}/{PAGES[sight.page]}")
        expect(page.locator(".panel")).to_have_count(0 if version == "lite" else 1)
        return faults(page, sight.width)


@pytest.mark.parametrize(
    ("sight", "version"),
    [
        (sight, VERSIONS[number % len(VERSIONS)])
        for number, sight in enumerate(rotated(list(PAGES)))
    ],
    ids=str,
)
def test_no_page_has_a_fault_in_a_version(browser, shown, sight, version):
    assert looked_at(browser, shown, sight, version) == []


@pytest.mark.proof
@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_a_fault_in_any_version(browser, shown, page):
    found = {
        f"{sight} {version}": looked_at(browser, shown, sight, version)
        for sight in all_sights([page])
        for version in VERSIONS
    }
    assert {sight: wrong for sight, wrong in found.items() if wrong} == {}


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
