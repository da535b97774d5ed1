"""Whatever happens to the bank, a page from the cache is what a fresh one would be."""

import os
import re

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Page

from accounts.models import Author, School
from experience.models import Subject, Tag
from pages import cached, page_cache_middleware
from pages.page_cache import pages
from tests.whole_site.walk.walk import Walk

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.long,
    pytest.mark.any_database,
]

STEPS = int(os.environ.get("WALK_STEPS", "200")) // 10
SEED = int(os.environ.get("WALK_SEED", STEPS))
# Addresses that are looked at before and after an event.
LOOKED_AT = 8
# What many events change.
ALWAYS = ("/kk/", "/ru/experience/")
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def addresses() -> list[str]:
    """The addresses of everything that a reader may open, hidden things among it."""
    records = [
        *Author.objects.all(),
        *School.objects.all(),
        *Tag.objects.all(),
        *Subject.objects.order_by("pk")[:3],
    ]
    lists = [
        f"/{language}/{name}/" for language in ("kk", "ru") for name in ("authors", "subjects")
    ]
    return [
        *(page.url for page in Page.objects.live().filter(depth__gt=2).specific()),
        *(record.get_absolute_url() for record in records),
        *lists,
        "/ru/schools/",
        "/ru/",
        "/kk/experience/",
    ]


def read(paths: list[str]) -> dict[str, tuple[int, str]]:
    """Status and text of each page, as a reader without a session gets it."""
    answers = {path: Client().get(path) for path in paths}
    return {
        path: (answer.status_code, _TOKEN.sub("", answer.content.decode()))
        for path, answer in answers.items()
    }


def forget() -> None:
    cached.forget()
    cache.clear()


def changed_pages(walk: Walk) -> tuple[list[str], int]:
    """Do an event; return what went wrong with the pages of readers, and how many had been kept."""
    known = addresses()
    paths = [*ALWAYS, *walk.chance.sample(known, min(LOOKED_AT, len(known)))]
    forget()
    read(paths)
    kept = len(pages._pages)
    event = walk.step()
    sent = read(paths)
    forget()
    fresh = read(paths)
    return [f"{path} after {event}" for path in paths if sent[path] != fresh[path]], kept


def test_after_random_events_a_kept_page_is_what_a_fresh_one_would_be():
    walk = Walk(SEED)
    walk.begin()
    kept = 0
    for number in range(STEPS):
        stale, count = changed_pages(walk)
        assert stale == [], f"step {number}"
        kept += count
    assert kept > STEPS * LOOKED_AT / 2, "the control: most of the pages were kept"


def test_a_cache_that_forgets_the_generation_is_caught(monkeypatch):
    """The control of the walk."""
    monkeypatch.setattr(page_cache_middleware, "generation_of", lambda request: 1)
    walk = Walk(SEED)
    walk.begin()
    assert any(changed_pages(walk)[0] for _ in range(STEPS))
