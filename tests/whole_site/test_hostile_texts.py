"""Hostile strings in every text field of every model: shown as the text that they are, everywhere."""

import json
from html import unescape
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import models
from django.template import engines
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import translation
from markupsafe import Markup
from wagtail.admin.admin_url_finder import AdminURLFinder

from experience.models import KnowledgePage
from tests import factories
from tests.experience.editor import signed_in
from tests.whole_site.hostile import (
    COMPUTED,
    HOSTILE,
    WAGTAILS,
    addresses_of,
    bank,
    faults,
    is_of_a_material,
    poison,
    written_fields,
    written_models,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MACHINES = ("/sitemap.xml", "/sitemaps/materials.xml", "/opensearch/ru.xml", "/ru/search/feed/")
DATA = ("/api/v1/search?q=", "/api/v1/search?q=script", "/ru/manifest.webmanifest")
# They end the session, or fail on purpose.
LEFT_OUT = {"wagtailadmin_logout", "wagtailadmin_error_test"}


@pytest.fixture
def addresses() -> list[str]:
    """A poisoned bank: what of it is public."""
    with translation.override("ru"):
        targets = bank()
        poison()
        return addresses_of(targets)


def test_hostile_texts_come_out_harmless_on_every_page(addresses, reader):
    for address in addresses:
        for version in ("", "lite", "v1.32.white.wide.off"):
            reader.cookies["view"] = version
            response = reader.get(address)
            assert response.status_code in (200, 404, 410), address
            html = response.content.decode()
            assert faults(html) == [], address
            if is_of_a_material(address):
                assert HOSTILE in BeautifulSoup(html, "html.parser").get_text(), address


def test_hostile_texts_come_out_harmless_to_programs(addresses, reader):
    for address in MACHINES:
        response = reader.get(address)
        assert response.status_code == 200, address
        tree = ElementTree.fromstring(response.content)
        assert {element.tag.partition("}")[2] for element in tree.iter()} & {
            "img",
            "script",
        } == set()
        for element in tree.iter():
            assert element.get("type") != "html" or faults(element.text or "") == [], address
    for address in DATA:
        response = reader.get(address)
        assert response.status_code == 200, address
        assert "json" in response.headers["Content-Type"], address
        assert response.headers["X-Content-Type-Options"] == "nosniff", address
        assert COMPUTED not in json.dumps(response.json()), address
    found = reader.get("/api/v1/search?q=script").json()
    assert HOSTILE in unescape(json.dumps(found, ensure_ascii=False).replace('\\"', '"'))


def views_without_arguments() -> list[str]:
    """The address of every view of the CMS that needs nothing to be asked for."""
    found = []

    def look(patterns, names: tuple[str, ...]) -> None:
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                inner = (*names, pattern.namespace) if pattern.namespace else names
                look(pattern.url_patterns, inner)
            elif pattern.name and pattern.name not in LEFT_OUT:
                try:
                    found.append(reverse(":".join((*names, pattern.name))))
                except NoReverseMatch:
                    continue

    look(get_resolver().url_patterns, ())
    return sorted({address for address in found if address.startswith("/cms/")})


def test_hostile_texts_come_out_harmless_in_the_cms(addresses):
    editor: Client = signed_in(factories.user(superuser=True))
    poison()
    places = views_without_arguments()
    assert len(places) > 100
    finder = AdminURLFinder()
    for model in written_models():
        row = model._base_manager.first()
        if row is not None and (address := finder.get_edit_url(row)):
            places.append(address)
    for page in KnowledgePage.objects.all():
        places += [
            reverse(f"wagtailadmin_pages:{view}", args=[page.pk])
            for view in ("edit", "history", "unpublish", "delete")
        ]
    shown = 0
    for address in places:
        response = editor.get(address)
        assert response.status_code < 500, address
        if response.headers.get("Content-Type", "").startswith("text/html"):
            assert faults(response.content.decode()) == [], address
            shown += HOSTILE[:20] in unescape(response.content.decode())
    assert shown > 30


def test_addresses_and_mails_take_nothing_hostile():
    checked = 0
    for model in written_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.URLField | models.EmailField | models.SlugField):
                for text in (
                    "javascript:alert(1)",
                    HOSTILE,
                    "data:text/html,<script>alert(1)</script>",
                ):
                    with pytest.raises(ValidationError):
                        field.run_validators(text)
                checked += 1
    assert checked > 10


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{HOSTILE}</p>",
        '<a href="javascript:alert(1)">x</a>',
        '<b onerror="alert(1)">x</b>',
        '<script type="application/ld+json">{"name": ""></script>',
        f"<p>{COMPUTED}</p>",
    ],
)
def test_what_came_through_would_be_seen(html):
    assert faults(html)


def test_a_template_that_trusts_its_texts_would_be_seen(addresses, reader, monkeypatch):
    monkeypatch.setitem(engines["jinja2"].env.filters, "bind", Markup)
    of_materials = [address for address in addresses if is_of_a_material(address)]
    assert all(faults(reader.get(address).content.decode()) for address in of_materials)


def test_every_model_of_wagtail_is_one():
    assert {model._meta.label for model in written_models()} >= set(WAGTAILS)
    assert all(
        list(written_fields(model)) for model in written_models() if "Page" in model.__name__
    )
