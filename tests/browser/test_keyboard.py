"""The keyboard alone: every link and field in its order, in sight, with a visible focus and no trap."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sights import PAGES

WALKED = ("home", "experiences", "experience", "search")
# Far more stops than any page has.
MOST_STOPS = 400

# What the key should reach, in the order of the document.
_STOPS = """() => {
  window.stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, [tabindex="0"]')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)
    // Radio buttons of one name are one stop: arrows go on from there.
    .filter(e => e.type !== 'radio' || e.checked);
  return window.stops.length;
}"""
_HERE = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const number = window.stops.indexOf(e);
  const style = getComputedStyle(e);
  const box = e.getClientRects()[0];
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const top = document.elementFromPoint(x, box.top + box.height / 2);
  const says = `${number} ${e.tagName} ${e.className}: ${(e.textContent || e.name).trim().slice(0, 30)}`;
  const faults = [];
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push(`no focus on ${says}`);
  if (box.bottom < 0 || box.top > innerHeight) faults.push(`out of sight: ${says}`);
  else if (!top || !(e.contains(top) || top.contains(e))) faults.push(`covered by ${top && top.className}: ${says}`);
  return {number, faults};
}"""


@pytest.fixture(params=[360, 1280])
def page(request, browser: Browser, shown: str) -> Iterator[Page]:
    """A narrow and a wide tab without motion."""
    context = browser.new_context(
        base_url=shown,
        viewport={"width": request.param, "height": 700},
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def walk(page: Page) -> list[str]:
    """Press Tab from the top until the page is left; return what is wrong on the way."""
    expected: int = page.evaluate(_STOPS)
    reached: list[int] = []
    faults: list[str] = []
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        if here is None or here["number"] in reached:
            break
        reached.append(here["number"])
        faults += here["faults"]
    else:
        faults.append("a trap")
    missed = [number for number in range(expected) if number not in reached]
    if missed:
        texts = page.evaluate("n => n.map(i => window.stops[i].outerHTML.slice(0, 80))", missed)
        faults.append(f"not reached: {texts}")
    if reached != sorted(reached):
        faults.append(f"out of order: {reached}")
    return faults


@pytest.mark.parametrize("name", WALKED)
def test_every_stop_is_reached_in_order_and_seen(page, name):
    page.goto(f"/ru/{PAGES[name]}")
    assert walk(page) == []


def test_the_panels_of_a_narrow_screen_are_walked_as_well(browser, shown):
    context = browser.new_context(base_url=shown, viewport={"width": 360, "height": 700})
    page = context.new_page()
    for name, panel in (("search", "#filters"), ("experience", "#toc")):
        page.goto(f"/ru/{PAGES[name]}")
        page.locator(f'a[href="{panel}"]').click()
        expect(page.locator(panel)).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach(facet => (facet.open = true))")
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        page.locator(".skip").focus()
        assert [fault for fault in walk(page) if not fault.startswith("not reached")] == []
    context.close()


def test_the_skip_link_leads_past_the_furniture(page):
    page.goto("/ru/experience/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


def test_a_hidden_focus_a_cover_and_a_trap_would_be_seen(browser):
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.set_content(
        '<a href="#a" style="outline: none">plain</a><div style="position: fixed; top: 0; width: 100%; height: 90px; background: red"></div>'
        '<div style="height: 2000px"></div><button tabindex="2">late</button>'
    )
    found = "\n".join(walk(page))
    for fault in ("no focus on 0", "covered by", "out of order"):
        assert fault in found
    page.set_content(
        '<a href="#a">a</a><button>b</button><script>document.addEventListener("focusin", () => document.querySelector("a").focus())</script>'
    )
    assert "not reached" in "\n".join(walk(page))
    page.close()
