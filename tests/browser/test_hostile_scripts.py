"""Hostile strings in every text field, in a real browser: no script of theirs runs, in the CMS neither."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import BrowserContext, Page

from experience.models import KnowledgePage
from tests import factories
from tests.experience.editor import signed_in
from tests.whole_site.hostile import HOSTILE, addresses_of, bank, poison

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def dialogs(tab: Page) -> list[str]:
    """What scripts said to the tab, all of which is hostile."""
    said: list[str] = []

    def note(dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    tab.on("dialog", note)
    return said


def test_no_hostile_script_runs_on_any_page_of_the_portal_or_the_cms(
    tab: Page, context: BrowserContext, dialogs: list[str], live_server
):
    with translation.override("ru"):
        addresses = addresses_of(bank())
    poison()
    session = signed_in(factories.user(superuser=True)).cookies[settings.SESSION_COOKIE_NAME].value
    for address in addresses:
        tab.goto(address)
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    names = ("wagtailadmin_home", "experiences:index", "search_report", "missed_report")
    places = [reverse(name) for name in names]
    places += [
        reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in KnowledgePage.objects.all()
    ]
    for address in places:
        tab.goto(address, wait_until="networkidle")
        assert HOSTILE[:20] in tab.content() or "&lt;/script" in tab.content(), address
    assert dialogs == []


def test_a_script_that_ran_would_be_seen(tab: Page, dialogs: list[str]):
    tab.set_content(f"<p>{HOSTILE}</p>")
    tab.wait_for_timeout(200)
    assert dialogs
