"""A material in the dark scheme, in forced colours and on paper."""

import pytest
from playwright.sync_api import Page, expect

from experience.presentation.addresses import page_address
from tests import factories
from tests.browser.conftest import photograph

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def material(tab: Page) -> Page:
    """A tab that shows an experience in Russian."""
    page = factories.experience(live=True)
    tab.goto(page_address(page.url_path, "ru"))
    return tab


def style(tab: Page, selector: str, name: str, pseudo: str = "") -> str:
    return tab.locator(selector).first.evaluate(
        "(element, [name, pseudo]) => getComputedStyle(element, pseudo || null)[name]",
        [name, pseudo],
    )


def test_the_page_follows_the_scheme_of_the_device(material):
    assert style(material, "body", "backgroundColor") == "rgb(250, 247, 240)"
    material.emulate_media(color_scheme="dark")
    assert style(material, "body", "backgroundColor") == "rgb(16, 25, 28)"
    photograph(material, "experience-dark")


def test_forced_colours_leave_the_rail_of_the_steps_and_the_bars_in_sight(material):
    material.emulate_media(forced_colors="active")
    ground = style(material, "body", "backgroundColor")
    assert style(material, ".bar__after", "fill") != ground
    assert style(material, ".idea", "backgroundColor", "::before") != ground
    photograph(material, "experience-forced-colours")


def test_paper_shows_source_and_address_instead_of_the_furniture(material):
    address = material.locator(".imprint .print-only")
    expect(address).to_be_hidden()
    material.emulate_media(media="print", color_scheme="dark")
    expect(address).to_be_visible()
    expect(material.locator(".sky__bank")).to_be_visible()
    for furniture in ("nav .sections", ".footer", ".contents", ".breadcrumbs", ".compact-search"):
        expect(material.locator(furniture).first).to_be_hidden()
    assert style(material, "body", "backgroundColor") == "rgb(255, 255, 255)"
    assert style(material, ".results__row", "breakInside") == "avoid"
    photograph(material, "experience-print")
