"""Every kind of page, as the demo district shows it: axe, headings, widths, targets, spacing, languages.

One load of a page serves every check. Of each page the table shows the ordinary one and a version, with
themes, widths and languages rotated; `-m proof` runs all of them.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.faults import faults, opened
from tests.browser.sights import (
    LANGUAGES,
    LOW_VISION,
    ORDINARY,
    PAGES,
    THEMES,
    VERSIONS,
    WIDTHS,
    Sight,
    all_sights,
    rotated,
    ways,
)

ONCE = [*rotated(list(PAGES), ORDINARY), *rotated(list(PAGES), VERSIONS)]


def looked_at(browser: Browser, shown: str, sight: Sight) -> list[str]:
    """Open a page as the sight says and return its faults."""
    with opened(browser, shown, sight) as page:
        answer = page.goto(f"/{sight.language}/{PAGES[sight.page]}")
        wanted = 404 if sight.page == "not found" else 200
        status = [] if answer and answer.status == wanted else ["another status"]
        has_panel = page.locator(".panel").count() == 1
        version = [] if has_panel == (sight.theme in LOW_VISION) else ["another version"]
        return [*status, *version, *faults(page, sight.width)]


@pytest.mark.parametrize("sight", ONCE, ids=str)
def test_no_page_has_a_fault(browser, shown, sight):
    assert looked_at(browser, shown, sight) == []


@pytest.mark.proof
@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_a_fault_in_any_language_width_and_theme(browser, shown, page):
    found = {str(sight): looked_at(browser, shown, sight) for sight in all_sights([page])}
    assert {sight: wrong for sight, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("themes", [ORDINARY, tuple(VERSIONS)], ids=str)
def test_the_table_shows_every_page_and_every_theme_width_and_language(themes):
    table = [sight for sight in ONCE if sight.theme in themes]
    assert [sight.page for sight in table] == list(PAGES)
    assert {sight.theme for sight in table} == set(themes)
    assert {sight.width for sight in table} == set(WIDTHS)
    assert {sight.language for sight in table} == set(LANGUAGES)
    assert len({sight[1:] for sight in table}) == min(len(table), len(ways(themes)))


def test_all_combinations_are_no_fewer_than_their_parts():
    assert len(set(all_sights(["home"]))) == len(LANGUAGES) * len(WIDTHS) * len(THEMES)


@pytest.fixture
def faulty(browser: Browser) -> Iterator[Page]:
    """A page with one fault of each kind."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.set_content(
        '<html lang="ru"><title>x</title><main><h1>a</h1><h1>b</h1><div style="width: 900px">wide</div>'
        '<p style="overflow: hidden; height: 10px; color: #777; background: #888">cut off below its first line</p>'
        '<p>Оқушылар өз қатесін өздері табады, әрі түсіндіреді</p><p><a href="#a">x</a></p><button>y</button><b class="icon i-x"></b>'
    )
    yield page
    page.close()


def test_faults_would_be_seen(faulty):
    found = "\n".join(faults(faulty, 360))
    for fault in (
        "color-contrast",
        "h1:",
        "sideways",
        "P : cut off",
        "BUTTON",
        "A ",
        "ru: P",
        "icon i-x",
    ):
        assert fault in found
