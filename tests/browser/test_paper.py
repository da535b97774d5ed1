"""Pages of the demo on paper: nothing is wider than the sheet, nothing but the page itself is printed."""

import pytest

from tests.browser.faults import opened
from tests.browser.measures import sideways
from tests.browser.sights import PAGES, Sight

# A4 less its margins, at 96 to the inch.
SHEET = 665
FURNITURE = (
    ".related, .breadcrumbs, .footer, .contents, .filters, .sections, .compact-search, .pages"
)


@pytest.mark.parametrize("name", ["experience", "guide", "technology", "act", "search", "author"])
def test_a_page_fits_the_sheet_and_leaves_the_furniture_behind(browser, shown, name):
    with opened(browser, shown, Sight(name, "kk", SHEET, "light")) as page:
        page.goto(f"/kk/{PAGES[name]}")
        present = page.locator(FURNITURE).filter(visible=True)
        assert present.count() > 0
        page.emulate_media(media="print")
        assert present.count() == 0
        assert sideways(page) == []
