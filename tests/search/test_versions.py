"""An index knows the code that made it: the analysis, the engine, and the apps that make the documents."""

import sys
from pathlib import Path

import pytest

from search.engines.elasticsearch import mapping
from search.engines.embedded import schema
from search.sources import documents_version


@pytest.fixture
def shelf(tmp_path: Path, settings, monkeypatch) -> Path:
    """An app of one module that is the only source."""
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "__init__.py").touch()
    module = tmp_path / "shelf" / "display.py"
    module.write_text("LINE = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    settings.SEARCH_SOURCES = ["shelf.display.source"]
    yield module
    sys.modules.pop("shelf", None)


def versions() -> tuple[str, str, str]:
    return (
        documents_version(),
        schema.schema_version.__wrapped__(),
        mapping.schema_version.__wrapped__(),
    )


def test_what_a_hit_shows_is_part_of_the_version_of_both_indexes(shelf):
    before = versions()
    assert versions() == before
    shelf.write_text("LINE = 2\n")
    assert all(new != old for new, old in zip(versions(), before, strict=True))
    shelf.write_text("LINE = 1\n")
    assert versions() == before
