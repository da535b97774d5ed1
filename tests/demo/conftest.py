"""A small part of the demo content, so that seeding takes seconds."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from demo.content import Content, read_content

STEMS = ("e01-self-check-cards", "t01-stations", "g02-self-check")
READER = "demo.management.commands.seed_demo.read_content"


@pytest.fixture(scope="session")
def small_content() -> Content:
    """One experience and one technology in both languages, the guide that they link to, two acts."""
    content = read_content()
    materials = [m for m in content.materials if m.stem in STEMS]
    return replace(content, materials=materials, texts=content.texts[:1], acts=content.acts[:2])


@pytest.fixture
def seed_small(small_content: Content, monkeypatch: pytest.MonkeyPatch) -> Content:
    """Let `seed_demo` seed the small content."""
    monkeypatch.setattr(READER, lambda: small_content)
    return small_content


@pytest.fixture(scope="module")
def seeded(
    small_content: Content, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Content]:
    """The small content, seeded once for a module; every test of the module begins with it."""
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setattr(READER, lambda: small_content)
        call_command("seed_demo")
        yield small_content
        transaction.set_rollback(True)
