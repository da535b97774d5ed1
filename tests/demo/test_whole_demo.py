"""The whole content: strict rules of publication, the way to every page, the switch of languages."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models.signals import post_save
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Page

from bilingual.pairs import INTERFACE_LANGUAGES
from demo.content import read_content
from experience.models import KnowledgePage
from portal import sitemaps

pytestmark = [pytest.mark.django_db, pytest.mark.long, pytest.mark.any_database]

LINK = re.compile(r'<a\b[^>]*? href="([^"]+)"')
SWITCH = re.compile(r'<a href="([^"]+)" lang="(\w+)" hreflang="\2"( aria-c)?')


@pytest.fixture(scope="module")
def saved(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """The whole content, seeded once for the module; the titles of pages that were saved as bare pages."""
    saved = []

    def note(instance, **_signal) -> None:
        saved.append(instance.title)

    # Tasks wait, as on a server: the lightest sizes of the pictures take half a minute.
    tasks = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
    with tasks, django_db_blocker.unblock(), transaction.atomic():
        post_save.connect(note, sender=Page)
        try:
            call_command("seed_demo")
        finally:
            post_save.disconnect(note, sender=Page)
        yield saved
        transaction.set_rollback(True)


def test_every_material_of_the_content_is_published(saved):
    assert KnowledgePage.objects.live().count() == len(read_content().materials)
    # Wagtail's welcome page goes: a save would leave tasks about it that fail when they are done.
    assert saved == []


def within_clicks(reader: Client, home: str, clicks: int) -> tuple[set[str], dict[str, str]]:
    """Return the paths that links lead to from home, and the texts of the pages with links to follow.

    Of links with a question only those of home are followed: filters lead to no page of their own.
    """
    reached, texts, front = {home}, {}, [home]
    for _click in range(clicks):
        found = []
        for path in front:
            answer = reader.get(path)
            if not answer.headers["Content-Type"].startswith("text/html"):
                continue
            texts[path] = answer.content.decode()
            for link in LINK.findall(texts[path]):
                address = urlsplit(urljoin(path, unescape(link)))
                if address.netloc or not address.path.startswith(home[:4]):
                    continue
                if address.query and path != home:
                    continue
                found.append(address._replace(fragment="").geturl())
        front = [path for path in dict.fromkeys(found) if path not in reached]
        reached.update(front)
    return reached, texts


def faults_of_the_switch(texts: dict[str, str]) -> list[str]:
    """Return the pages whose switch does not lead to the same page, or its translation, in the other language."""
    translations = {entry.path: entry.versions for entry in sitemaps.materials()}
    wrong = []
    for path, text in texts.items():
        switch = {
            language: (unescape(to), current) for to, language, current in SWITCH.findall(text)
        }
        if list(switch) != list(INTERFACE_LANGUAGES):
            wrong.append(f"{path}: {list(switch)}")
            continue
        own = path[1:3]
        other = next(language for language in switch if language != own)
        if not switch[own][1] or switch[other][1]:
            wrong.append(f"{path}: another language is current")
        there = switch[other][0]
        if there not in (translations.get(path, {}).get(other), f"/{other}{path[3:]}"):
            wrong.append(f"{path}: to {there}")
    return wrong


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_three_clicks_lead_everywhere_and_the_switch_to_the_same_page(saved, reader, language):
    reached, texts = within_clicks(reader, f"/{language}/", 3)
    own = {
        entry.path
        for listed in sitemaps.SITEMAPS.values()
        for entry in listed.items()
        if entry.path.startswith(f"/{language}/")
    }
    assert len(own) > 100
    assert own - reached == set()
    assert len(texts) > 100
    assert faults_of_the_switch(texts) == []


def test_fewer_clicks_would_not_be_enough_for_all(saved, reader):
    reached, texts = within_clicks(reader, "/ru/", 1)
    assert not {entry.path for entry in sitemaps.materials()} <= reached
    broken = {"/ru/": texts["/ru/"].replace('href="/kk/"', 'href="/kk/authors/"')}
    assert faults_of_the_switch(broken) == ["/ru/: to /kk/authors/"]
