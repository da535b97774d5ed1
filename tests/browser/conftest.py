"""A real Chromium, and what every browser test wants to know of a page."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from demo.chromium import CHROMIUM
from tests.browser.shown import shown_district
from tests.conftest import needs

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENSHOTS = Path(__file__).resolve().parents[2] / "var" / "screenshots"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of this machine."""
    needs(CHROMIUM.exists(), "Chromium")
    # Playwright's loop runs in this thread, and Django refuses queries beside a running loop.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    opened = {kept.alias: kept for kept in connections.all(initialized_only=True)}
    with sync_playwright() as playwright:
        # Beside a running loop Django would open others, which know nothing of the rows to put back.
        for alias, kept in opened.items():
            connections[alias] = kept
        instance = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield instance
        instance.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def shown() -> Iterator[str]:
    """The address of the demo district, served as in production."""
    with shown_district() as address:
        yield address


@pytest.fixture
def context(browser: Browser, live_server) -> Iterator[BrowserContext]:
    """A fresh browser profile whose addresses start at the test server.

    A request to another host fails the test, and whatever the Content-Security-Policy forbids.
    """
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="ru-RU"
    )
    foreign: list[str] = []
    context.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((live_server.url, "data:", "blob:"))
            else foreign.append(request.url)
        ),
    )
    forbidden: list[str] = []
    context.on(
        "console",
        lambda message: (
            forbidden.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    yield context
    context.close()
    assert foreign == []
    assert forbidden == []


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """A tab whose script errors fail the test."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def photograph(page: Page, name: str) -> None:
    """Keep a picture of the whole page under var/screenshots, for eyes."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
