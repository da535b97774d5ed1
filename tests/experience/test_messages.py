"""Titles with markup in them stay text in the messages of the CMS."""

import pytest
from django.urls import reverse

from accounts.roles import PUBLISHER
from tests import factories
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>"


def test_a_refused_publication_names_the_page_as_text():
    page = factories.experience(by=factories.user(), title=HOSTILE, aim="")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client = signed_in(factories.user(PUBLISHER))
    html = client.post(f"{url}?id={page.pk}", follow=True).content.decode()
    assert "&lt;script&gt;alert(1)" in html
    assert HOSTILE not in html


def test_a_withdrawn_material_keeps_its_reasons_as_text():
    page = factories.experience(by=factories.user(), title=HOSTILE, live=True)
    reasons = {"reason_kk": HOSTILE, "reason_ru": HOSTILE}
    client = signed_in(factories.user(PUBLISHER))
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    html = client.post(url, reasons, follow=True).content.decode()
    assert HOSTILE not in html
    assert HOSTILE not in client.get(reverse("addresses:index")).content.decode()


def test_a_section_is_not_copied_with_what_is_in_it():
    section = factories.experience(live=True).get_parent().specific
    assert not section.permissions_for_user(factories.user(superuser=True)).can_copy()
