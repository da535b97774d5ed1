"""HTML and script in every text field of every model: shown as the text that it is, everywhere."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from experience.addresses import withdraw
from experience.models import KnowledgePage, MaterialFile, Subject, Tag
from pages.models import DistrictSettings
from search.engines.serving import engine
from tests import factories
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
OURS = ("accounts", "experience", "library", "pages", "portal")
# Not written by people, or chosen from a list; addresses and mails are checked by their fields.
UNWRITTEN = (models.SlugField, models.URLField, models.EmailField, models.FileField)
KEYS = {"path", "url_path", "key", "code", "sort_kk", "sort_ru", "file_hash", "language"}


def written_fields(model: type[models.Model]) -> Iterator[models.Field]:
    """The fields of a model that hold text which somebody writes."""
    for field in model._meta.local_concrete_fields:
        if not isinstance(field, models.CharField | models.TextField | RichTextField | StreamField):
            continue
        if isinstance(field, UNWRITTEN) or field.choices or field.name in KEYS or field.unique:
            continue
        yield field


def hostile_rich_text(features: list[str]) -> str:
    """What the editor makes of a hostile text with a hostile link in it."""
    block = {
        "key": "a1b2c",
        "text": HOSTILE,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"key": 0, "offset": 0, "length": 5}],
    }
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}
    state = {"blocks": [block], "entityMap": {"0": link}}
    return ContentstateConverter(features).to_database_format(json.dumps(state))


def hostile_value(field: models.Field) -> Any:
    """The hostile text as the field would store it."""
    if isinstance(field, RichTextField):
        return hostile_rich_text(field.features)
    if isinstance(field, StreamField):
        rich = hostile_rich_text(["bold"])
        step = {"title": HOSTILE, "minutes": 5, "text": rich, "teacher": HOSTILE, "pupils": HOSTILE}
        blocks = {
            "steps": [("step", step)],
            "main_part": [
                ("heading", HOSTILE),
                ("text", rich),
                ("task", {"title": HOSTILE, "text": rich}),
            ],
        }[field.name]
        return json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    return HOSTILE[: field.max_length] if field.max_length else HOSTILE


def poison() -> int:
    """Write the hostile text into every text field of every row; return how many fields there are."""
    fields = 0
    for model in apps.get_models():
        if model._meta.app_label not in OURS and model is not Page:
            continue
        values = {field.name: hostile_value(field) for field in written_fields(model)}
        if values and model._base_manager.exists():
            model._base_manager.update(**values)
            fields += len(values)
    return fields


def bank() -> list[Any]:
    """Fill the bank with every kind of page and record; return what has a public address."""
    DistrictSettings.objects.create()
    author = factories.author()
    technology, guide = factories.technology(live=True), factories.guide(live=True)
    experience = factories.experience(authors=[author])
    experience.tags.add("самопроверка")
    experience.technology_uses.create(technology=technology)
    experience.guide_links.create(guide=guide)
    experience.files.add(MaterialFile(document=factories.document()))
    experience.save_revision().publish()
    withdrawn = factories.experience(live=True)
    withdrawn.unpublish()
    withdraw(withdrawn.address, reason_kk="Ескірді", reason_ru="Устарело")
    cabinet = [factories.home(), factories.text(), factories.acts(), factories.act()]
    section = experience.get_parent()
    records = [author, author.school, Subject.objects.get(), Tag.objects.get()]
    return [*cabinet, section, experience, technology, guide, *records, withdrawn.address]


def faults(html: str) -> list[str]:
    """What of the hostile text has become markup or a link that runs."""
    soup = BeautifulSoup(html, "html.parser")
    found = [str(tag) for tag in soup.find_all("img", src="x")]
    found += [str(tag) for tag in soup.find_all("script") if "alert(1)" in tag.get_text()[:20]]
    for tag in soup.find_all(True):
        found += [f"{tag.name} {name}" for name in tag.attrs if name.startswith("onerror")]
        if re.match(r"\s*javascript:alert", str(tag.get("href", ""))):
            found.append(str(tag)[:80])
    return found


def test_hostile_texts_come_out_harmless_on_every_page(client):
    targets = bank()
    assert poison() > 100
    for page in Page.objects.all():
        page.specific.save_revision(clean=False)
    engine().rebuild()
    with translation.override("ru"):
        addresses = [
            target.specific.url if isinstance(target, Page) else target.get_absolute_url()
            for target in targets
        ]
    addresses += ["/ru/authors/", "/ru/schools/", "/ru/subjects/", "/ru/search/"]
    addresses += ["/kk/", "/kk/search/?q=script", "/ru/search/?q=" + HOSTILE, "/ru/" + HOSTILE]
    for address in addresses:
        response = client.get(address)
        assert response.status_code in (200, 404, 410), address
        assert faults(response.content.decode()) == [], address
        if any(kind in address for kind in ("/experience/", "/guides/", "/technologies/")):
            assert HOSTILE in BeautifulSoup(response.content, "html.parser").get_text(), address


def test_hostile_texts_come_out_harmless_in_the_cms():
    bank()
    poison()
    for page in Page.objects.all():
        page.specific.save_revision(clean=False)
    editor: Client = signed_in(factories.user(superuser=True))
    names = ["wagtailadmin_home", "experiences:index", "guides:index", "technologies:index"]
    names += ["addresses:index", "wagtaildocs:index", "editors_guide"]
    snippets = ("accounts_author", "accounts_school", "experience_tag", "experience_subject")
    names += [f"wagtailsnippets_{name}:list" for name in snippets]
    addresses = [reverse(name) for name in names]
    for page in KnowledgePage.objects.all():
        for view in ("edit", "history", "unpublish", "delete"):
            addresses.append(reverse(f"wagtailadmin_pages:{view}", args=[page.pk]))
    for address in addresses:
        response = editor.get(address)
        assert response.status_code in (200, 302), address
        assert faults(response.content.decode()) == [], address


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{HOSTILE}</p>",
        '<a href="javascript:alert(1)">x</a>',
        '<b onerror="alert(1)">x</b>',
    ],
)
def test_markup_that_came_through_would_be_seen(html):
    assert faults(html)
