"""A page in one light, and everything that is wrong with it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from pages.preferences import COOKIE
from tests.browser import measures
from tests.browser.axe import violations
from tests.browser.sights import VERSIONS, Sight


@contextmanager
def opened(browser: Browser, address: str, sight: Sight) -> Iterator[Page]:
    """A tab of the sight's width and theme; a request to another host and an error of a script fail the test."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": sight.width, "height": 800},
        color_scheme="dark" if sight.theme == "dark" else "light",
        has_touch=sight.width < 960,
        reduced_motion="reduce",
    )
    wrong: list[str] = []
    context.on(
        "request",
        lambda request: None if request.url.startswith(address) else wrong.append(request.url),
    )
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    if choice := VERSIONS.get(sight.theme):
        context.add_cookies([{"name": COOKIE, "value": choice, "url": address}])
    yield context.new_page()
    context.close()
    assert wrong == []


def faults(page: Page, width: int) -> list[str]:
    """Return what is wrong with the whole page that is shown, in a window of this width."""
    return [*violations(page), *measures.other_than_one_heading(page), *seen(page, width)]


def seen(page: Page, width: int) -> list[str]:
    """Return what is wrong to the eye and the finger; the spacing of the page is another afterwards."""
    return [
        *measures.sideways(page),
        *measures.clipped(page),
        *measures.unseen_drawings(page),
        *measures.foreign_words(page),
        *(measures.small_targets(page) if width < 960 else ()),
        *measures.lost_by_spacing(page),
    ]
