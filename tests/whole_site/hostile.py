"""HTML, script, templates and marks of direction in every text field; and what of them has become alive."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from django.apps import apps
from django.db import models
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from accounts.roles import METHODIST
from experience.addresses import withdraw
from experience.models import Area, FormOfWork, MaterialFile, MaterialPicture, Subject, Tag
from library.models import Consent
from pages.models import DistrictSettings
from portal.models import TextsPage
from search.demand.commissions import CommissionedTopic
from search.demand.records import AskedQuestion, MissedTopic
from search.engines.serving import engine
from search.models import SynonymGroup
from tests import factories

# Short fields take its beginning, which is dangerous by itself. U+202E turns the direction of writing.
HOSTILE = (
    '"></script><img src=x onerror=alert(1)>\u202e{{191*7*1009}}{% x %}<script>alert(1)</script>'
)
# What a template would make of it.
COMPUTED = "1349033"
OURS = ("accounts", "experience", "library", "pages", "portal", "search")
# Further models of Wagtail whose texts people write.
WAGTAILS = (
    "wagtailcore.Page",
    "wagtailcore.Collection",
    "wagtailcore.Task",
    "wagtailcore.Workflow",
)
# Chosen, or made by their fields: `test_addresses_and_mails_take_nothing_hostile` holds them.
UNWRITTEN = (models.SlugField, models.URLField, models.EmailField, models.FileField)
KEYS = {
    "path",
    "url_path",
    "key",
    "code",
    "sort_kk",
    "sort_ru",
    "file_hash",
    "language",
    "password",
}
# Kept by programs for themselves.
MACHINES = {"search.Change", "search.GatheredLog", "search.LoadedSynonyms", "experience.LoadedTerm"}
MACHINES |= {"library.FileText", "library.PortalRendition"}
RUNNING = ("href", "src", "action", "formaction", "data", "xlink:href")


def written_models() -> Iterator[type[models.Model]]:
    """The models whose texts people write."""
    for model in apps.get_models():
        if model._meta.label in MACHINES:
            continue
        if model._meta.app_label in OURS or model._meta.label in WAGTAILS:
            yield model


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


def poison() -> None:
    """Write the hostile text into every text field of every row, drafts and the index among them.

    Raises AssertionError where the bank has no row of a model, whose fields nothing would look at.
    """
    for model in written_models():
        values = {field.name: hostile_value(field) for field in written_fields(model)}
        if values:
            assert model._base_manager.update(**values), f"no row of {model._meta.label}"
    for page in Page.objects.all():
        page.specific.save_revision(clean=False)
    engine().rebuild()


def bank() -> list[Any]:
    """Fill the bank with every kind of page and record; return what has a public address."""
    DistrictSettings.objects.create()
    asked = {"day": timezone.localdate(), "text": "Уроки плавания", "language": "ru"}
    AskedQuestion.objects.create(key="урок плавание", **asked)
    MissedTopic.objects.create(question="плавание", **asked)
    CommissionedTopic.objects.create(
        question="плавание", language="ru", responsible=factories.user(METHODIST)
    )
    SynonymGroup.objects.create(words_ru="урок, занятие")
    Consent.objects.create(title="Согласие", given_on=timezone.localdate(), given_by="родители")
    author = factories.author()
    technology, guide = factories.technology(live=True), factories.guide(live=True)
    experience = factories.experience(authors=[author])
    experience.tags.add("самопроверка")
    experience.areas.add(factories.term(Area, "upbringing", "Воспитательная работа"))
    experience.forms_of_work.add(factories.term(FormOfWork, "lesson", "Урок"))
    experience.pictures.add(MaterialPicture(image=factories.picture(), caption="Доска"))
    experience.technology_uses.create(technology=technology)
    experience.guide_links.create(guide=guide)
    experience.files.add(MaterialFile(document=factories.document()))
    experience.save_revision().publish()
    withdrawn = factories.experience(live=True)
    withdrawn.unpublish()
    withdraw(withdrawn.address, reason_kk="Ескірді", reason_ru="Устарело")
    texts = factories.home().add_child(instance=TextsPage(title="Тексты", title_kk="Мәтіндер"))
    cabinet = [factories.home(), factories.text(), texts, factories.acts(), factories.act()]
    section = experience.get_parent()
    records = [author, author.school, Subject.objects.get(), Tag.objects.get()]
    return [*cabinet, section, experience, technology, guide, *records, withdrawn.address]


def addresses_of(targets: list[Any]) -> list[str]:
    """The public addresses of what `bank` returned, of the lists, and of questions about them."""
    addresses = [
        target.specific.url if isinstance(target, Page) else target.get_absolute_url()
        for target in targets
    ]
    addresses += ["/ru/authors/", "/ru/schools/", "/ru/subjects/", "/ru/search/"]
    addresses += ["/ru/accessibility/", "/kk/_login/", "/kk/", "/kk/search/?q=script"]
    return [*addresses, "/ru/search/?q=" + HOSTILE, "/ru/" + HOSTILE]


def is_of_a_material(address: str) -> bool:
    """Whether a material or a list of them stands there, which show what is written."""
    return any(kind in address for kind in ("/experience/", "/guides/", "/technologies/"))


def faults(html: str) -> list[str]:
    """What of the hostile text has become markup, a link that runs, a template's result, or broken data."""
    soup = BeautifulSoup(html, "html.parser")
    found = [str(tag) for tag in soup.find_all("img", src="x")]
    for tag in soup.find_all("script"):
        if tag.get("type") in ("application/ld+json", "application/json"):
            found += _broken(tag.get_text())
        elif "alert(1)" in tag.get_text()[:20]:
            found.append(str(tag))
    for tag in soup.find_all(True):
        found += [f"{tag.name} {name}" for name in tag.attrs if name.startswith("onerror")]
        for name in RUNNING:
            if re.match(r"\s*javascript:alert", str(tag.get(name, ""))):
                found.append(str(tag)[:80])
    return found + ([COMPUTED] if COMPUTED in html else [])


def _broken(data: str) -> list[str]:
    try:
        json.loads(data)
    except ValueError as error:
        return [f"data: {error}"]
    return []
