"""Pictures of each kind of page for people to look at: desktop, telephone, dark, low vision and print; `make screenshots`."""

import re

import pytest

from tests.browser.conftest import photograph
from tests.browser.faults import opened
from tests.browser.sights import PAGES, Sight

# Width, theme and medium of each picture.
LIGHTS = {
    "1280": (1280, "light", "screen"),
    "360": (360, "light", "screen"),
    "dark": (1280, "dark", "screen"),
    "low-vision": (1280, "black on white", "screen"),
    "print": (720, "light", "print"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_kind_of_page_is_photographed(browser, shown, name):
    language = "kk" if list(PAGES).index(name) % 2 else "ru"
    for light, (width, theme, medium) in LIGHTS.items():
        with opened(browser, shown, Sight(name, language, width, theme)) as page:
            page.emulate_media(media=medium)
            page.goto(f"/{language}/{PAGES[name]}")
            plain = re.sub(r"\W+", "-", name)
            photograph(page, f"{plain}-{light}")
