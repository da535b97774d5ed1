"""The engine that serves this process."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.analysis.vocabulary import Vocabulary
from search.engines.base import Engine
from search.engines.embedded.engine import EmbeddedEngine


def engine() -> Engine:
    """The engine of the settings as they are now."""
    return embedded()


def embedded() -> EmbeddedEngine:
    """The embedded engine, which is always kept."""
    return _embedded(Path(settings.SEARCH_INDEX_PATH))


def vocabulary() -> Vocabulary:
    """The words of public documents, from the embedded index, which is always kept."""
    return _embedded(Path(settings.SEARCH_INDEX_PATH)).vocabulary()


@lru_cache(maxsize=4)
def _embedded(path: Path) -> EmbeddedEngine:
    return EmbeddedEngine(path)
