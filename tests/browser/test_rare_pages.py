"""Pages that the demo does not hold: the password, signing in, refusals, what broke, a form with errors, the pattern library."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page
from wagtail.models import PageViewRestriction

from accounts.roles import METHODIST
from pages.maintenance import page_text
from portal.views import server_error
from search.engines.serving import engine
from tests import factories
from tests.browser.axe import OF_WHOLE_PAGES, violations
from tests.browser.conftest import photograph
from tests.browser.faults import faults, opened, seen
from tests.browser.sights import LOW_VISION, Sight, all_sights, rotated
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

Way = Callable[[Page, str], None]
FOREIGN = {"origin": "https://elsewhere.example"}


def answered(content: bytes, status: int) -> Way:
    """A way to an answer that a browser does not get by itself."""

    def go(page: Page, language: str) -> None:
        page.route(
            f"**/{language}/answer/",
            lambda route: route.fulfill(status=status, body=content, content_type="text/html"),
        )
        page.goto(f"/{language}/answer/")

    return go


def refused(page: Page, language: str) -> None:
    """A form of another site."""
    answer = Client().post(f"/{language}/search/missed/", {"text": "x"}, headers=FOREIGN)
    answered(answer.content, answer.status_code)(page, language)


def nobody(page: Page, language: str) -> None:
    """A name and a password that do not fit."""
    page.goto(f"/{language}/_login/")
    page.fill("#username", "nobody")
    page.fill("#password", "другое")
    page.press("#password", "Enter")
    page.wait_for_load_state()


@pytest.fixture
def ways(indexed) -> dict[str, Way]:
    """The name of each rare page, and how a reader comes to it."""
    closed = factories.experience(live=True)
    PageViewRestriction.objects.create(page=closed, restriction_type="password", password="жұмбақ")
    gone = factories.experience(live=True, title="Карточки, которых больше нет")
    address = gone.address.get_absolute_url()
    gone.unpublish()
    engine().catch_up()

    def password(page: Page, language: str) -> None:
        page.goto(f"/{language}/experience/{closed.slug}/")

    def wrong_password(page: Page, language: str) -> None:
        password(page, language)
        page.fill("#password", "другое")
        page.press("#password", "Enter")
        page.wait_for_load_state()

    def nothing_said(page: Page, language: str) -> None:
        page.goto(f"/{language}/search/?q=ъъъъ")
        page.locator("form.missed button").click()
        page.wait_for_load_state()

    return {
        "password": password,
        "wrong password": wrong_password,
        "what was missing, not said": nothing_said,
        "thanks": lambda page, language: page.goto(f"/{language}/search/missed/") and None,
        "withdrawn": lambda page, _language: page.goto(address) and None,
        "refused": refused,
        "sign in, refused": nobody,
        "maintenance": answered(page_text(timezone.localtime()).encode(), 503),
        "broken": answered(server_error(None).content, 500),
    }


NAMES = [
    "password", "wrong password", "what was missing, not said", "thanks", "withdrawn", "refused",
    "sign in, refused", "broken", "maintenance",
]  # fmt: skip


def all_faults(browser: Browser, server: Any, ways: dict[str, Way], sights: list[Sight]) -> Any:
    found: dict[str, list[str]] = {}
    for sight in sights:
        with opened(browser, server.url, sight) as page:
            page.set_extra_http_headers({"Accept-Language": sight.language})
            ways[sight.page](page, sight.language)
            wrong = faults(page, sight.width)
            if wrong:
                found[str(sight)] = wrong
    return found


def test_no_rare_page_has_a_fault(browser, live_server, ways):
    assert all_faults(browser, live_server, ways, rotated(NAMES)) == {}


@pytest.mark.proof
def test_no_rare_page_has_a_fault_in_any_language_width_and_theme(browser, live_server, ways):
    assert set(NAMES) == set(ways)
    assert all_faults(browser, live_server, ways, all_sights(NAMES)) == {}


@pytest.fixture
def library(live_server) -> Callable[[Browser, Sight], list[str]]:
    """Say what is wrong with the pattern library in one light."""
    factories.home()
    session = signed_in(factories.user(METHODIST)).cookies[settings.SESSION_COOKIE_NAME].value

    def look(browser: Browser, sight: Sight) -> list[str]:
        with opened(browser, live_server.url, sight) as page:
            page.context.add_cookies(
                [
                    {
                        "name": settings.SESSION_COOKIE_NAME,
                        "value": session,
                        "url": live_server.url,
                    }
                ]
            )
            page.goto(f"{reverse('pattern_library')}?language={sight.language}")
            if sight.theme not in LOW_VISION:
                # Its style is loaded in that version only.
                page.evaluate("document.getElementById('pattern-low_vision_panel').remove()")
            photograph(page, f"patterns-{sight.language}-{sight.width}-{sight.theme}")
            return [*violations(page, without=OF_WHOLE_PAGES), *seen(page, sight.width)]

    return look


# Both languages and themes and the three widths, by three loads of a long page.
LIBRARY = [
    Sight("patterns", "kk", 320, "dark"),
    Sight("patterns", "ru", 360, "light"),
    Sight("patterns", "ru", 1280, "dark"),
    Sight("patterns", "kk", 320, "white on black"),
]


def test_no_pattern_has_a_fault(browser, library):
    assert {str(sight): wrong for sight in LIBRARY if (wrong := library(browser, sight))} == {}


@pytest.mark.proof
def test_no_pattern_has_a_fault_in_any_language_width_and_theme(browser, library):
    sights = all_sights(["patterns"])
    assert {str(sight): wrong for sight in sights if (wrong := library(browser, sight))} == {}
