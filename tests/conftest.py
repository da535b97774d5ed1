"""What tests of every room share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from pages import cached
from search.engines.serving import engine


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that commit: they empty the database and run after all others, by themselves.

    Tests of the proof are left out unless `-m` asks for them.
    """
    if "proof" not in config.option.markexpr:
        left_out = [item for item in items if item.get_closest_marker("proof")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction"):
            item.add_marker("commits")


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Let no test see what a process kept of another test's database."""
    cached.forget()
    yield
    cached.forget()


@pytest.fixture
def indexed() -> Callable[[], None]:
    """Bring the search index up to the state of this test's transaction."""
    return engine().catch_up


@pytest.fixture
def reader() -> Client:
    """A browser of somebody who is not signed in."""
    return Client()


def needs(condition: bool, what: str) -> None:
    """Skip by name at a desk where something is missing; fail where CI promised it."""
    if not condition:
        if os.environ.get("CI"):
            pytest.fail(f"CI lacks {what}")
        pytest.skip(f"needs {what}")


CHROMIUM = Path("/usr/bin/chromium")
