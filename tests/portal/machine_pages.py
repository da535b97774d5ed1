"""Every type of page of the portal, and what programs read in its head."""

import json
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.models import Author
from experience.models import MaterialFile, Subject, Tag
from pages.models import DistrictSettings
from tests import factories

BASE = "http://testserver"


@dataclass
class Head:
    """The head of one page: meta by name, links by relation, JSON-LD."""

    path: str
    meta: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    things: list[dict[str, Any]] = field(default_factory=list)
    title: str = ""

    def one(self, name: str) -> str:
        (content,) = self.meta[name]
        return content

    def thing(self, kind: str) -> dict[str, Any]:
        (found,) = (thing for thing in self.things if thing["@type"] == kind)
        return found


def head_of(reader: Client, path: str) -> Head:
    """Read the head of a page."""
    response = reader.get(path)
    assert response.status_code == 200, path
    head = BeautifulSoup(response.content, "html.parser").head
    found = Head(path, title=head.title.get_text())
    for meta in head.find_all("meta"):
        if name := meta.get("name") or meta.get("property"):
            found.meta.setdefault(name, []).append(meta["content"])
    for link in head.find_all("link"):
        if "canonical" in link["rel"]:
            found.canonical = link["href"]
        if link.get("hreflang"):
            found.alternates[link["hreflang"]] = link["href"]
    for script in head.find_all("script", type="application/ld+json"):
        data = json.loads(script.string)
        assert data["@context"] == "https://schema.org"
        found.things += data.get("@graph", [data])
    return found


def materials() -> dict[str, Any]:
    """A full bank: the three types, an experience with a translation and all that a material may have."""
    DistrictSettings.objects.create(
        district_kk="Ақжайлау ауданы", district_ru="Акжайлауский район", address_ru="Мира, 1"
    )
    group = factories.author(
        kind=Author.Kind.GROUP, group_name_kk="Топ", group_name_ru="Группа «Тірек»"
    )
    guide = factories.guide(live=True, license="cabinet", authors=[group])
    technology = factories.technology(live=True, title="Станции </script><!-- & «уроки»")
    page = factories.experience(learning_objectives="3.5.1.2, 3.5.1.3")
    page.tags.add("самопроверка", "карточки")
    page.technology_uses.create(technology=technology)
    page.guide_links.create(guide=guide)
    page.files.add(MaterialFile(document=factories.document()))
    page.save_revision().publish()
    page.refresh_from_db()
    translated = factories.experience(language="kk", address=page.address, title="Тексеру")
    translated.save_revision().publish()
    return {
        "experience": page,
        "translation": translated,
        "guide": guide,
        "technology": technology,
        "author": page.authorships.get().author,
        "group": group,
    }


def addresses(bank: dict[str, Any], language: str) -> list[str]:
    """The address of every type of page under a prefix."""
    kinds = ("experience", "guide", "technology")
    pages = [bank[kind] for kind in kinds]
    pages += [factories.home(), bank["guide"].get_parent().specific]
    pages += [factories.text(slug=f"text-{language}"), factories.acts()]
    pages += [factories.act(slug=f"act-{language}")]
    records = [bank["author"], bank["group"], bank["author"].school]
    records += [Subject.objects.get(), Tag.objects.get(slug="samoproverka")]
    names = ("authors", "schools", "subjects", "search", "accessibility")
    with translation.override(language):
        return [
            *(page.url for page in pages),
            *(record.get_absolute_url() for record in records),
            *(reverse(name) for name in names),
        ]
