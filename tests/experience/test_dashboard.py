"""The first page of the CMS: what waits for me."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.roles import HEAD, METHODIST, PUBLISHER
from tests import factories
from tests.experience.editor import press, signed_in

pytestmark = pytest.mark.django_db


def panels(person: Any) -> dict[str, list[str]]:
    """Return the titles by panel."""
    html = signed_in(person).get(reverse("wagtailadmin_home")).content.decode()
    soup = BeautifulSoup(html, "html.parser")
    return {
        panel["id"].removesuffix("-section"): [
            link.get_text() for link in panel.select("td.title a")
        ]
        for panel in soup.select("section.w-panel--dashboard")
    }


def test_each_list_holds_what_it_says():
    writer, publisher = factories.user(METHODIST), factories.user(PUBLISHER)
    factories.experience(by=writer, owner=writer, title="Черновик писателя")
    sent = factories.experience(by=writer, owner=writer, title="Отправленный")
    press(signed_in(writer), sent, "action-submit")
    factories.guide(
        live=True, title="Давно не смотрели", review_by=timezone.localdate() - timedelta(days=3)
    )
    factories.technology(live=True, title="Свежая")
    mine = panels(writer)
    assert set(mine["my-drafts"]) == {"Черновик писателя", "Отправленный"}
    assert mine["awaiting"] == []
    assert panels(publisher)["awaiting"] == ["Отправленный"]
    assert panels(publisher)["my-drafts"] == []
    assert mine["overdue"] == ["Давно не смотрели"]
    assert mine["published"] == ["Свежая", "Давно не смотрели"]


def test_the_head_sees_what_waits_without_drafts_of_their_own():
    head = factories.user(HEAD)
    factories.experience(live=True, title="Свежий")
    shown = panels(head)
    assert "my-drafts" not in shown
    assert shown["published"] == ["Свежий"]


def test_the_summary_counts_materials_by_type():
    factories.experience(live=True)
    factories.guide()
    response = signed_in(factories.user(METHODIST)).get(reverse("wagtailadmin_home"))
    html = response.content.decode()
    assert reverse("technologies:index") in html
    summary = BeautifulSoup(html, "html.parser").select_one(".w-summary")
    items = [" ".join(item.get_text().split()) for item in summary.select("li")]
    assert items == [
        "Описания опыта: 1",
        "Методические пособия: 0",
        "Описания технологий: 0",
        "Изображения: 0",
        "Документы: 0",
    ]


@pytest.mark.parametrize("role", [METHODIST, HEAD])
def test_the_number_of_queries_does_not_grow(role):
    person = factories.user(role)
    client = signed_in(person)
    factories.experience(live=True, owner=person), factories.experience(owner=person)
    client.get(reverse("wagtailadmin_home"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("wagtailadmin_home"))
    for _number in range(3):
        factories.experience(live=True, owner=person), factories.experience(owner=person)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("wagtailadmin_home"))
    assert len(many) == len(few)
    assert len(many) <= 40
