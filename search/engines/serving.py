"""The engines of this process, and the one that serves."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from search.analysis.vocabulary import Vocabulary
from search.engines.base import Engine, Inspected
from search.engines.embedded.engine import EmbeddedEngine

if TYPE_CHECKING:
    from search.engines.elasticsearch.engine import ElasticsearchEngine
    from search.engines.guarded import GuardedEngine

EMBEDDED, ELASTICSEARCH = ENGINES = ("embedded", "elasticsearch")

# Begins the names of our indexes on a server.
INDEX_NAME = "district-bank"


def engine() -> Engine:
    """The engine of the settings as they are now."""
    if settings.ELASTICSEARCH_URL:
        return _guarded(settings.ELASTICSEARCH_URL, Path(settings.SEARCH_INDEX_PATH))
    return embedded()


def embedded() -> EmbeddedEngine:
    """The embedded engine, which is always kept."""
    return _embedded(Path(settings.SEARCH_INDEX_PATH))


def vocabulary() -> Vocabulary:
    """The words of public documents, from the embedded index, which is always kept."""
    return embedded().vocabulary()


def kept_engines() -> dict[str, Inspected]:
    """Every engine that is kept, by name: the embedded one always."""
    kept: dict[str, Inspected] = {EMBEDDED: embedded()}
    if settings.ELASTICSEARCH_URL:
        kept[ELASTICSEARCH] = _elasticsearch(settings.ELASTICSEARCH_URL)
    return kept


@lru_cache(maxsize=4)
def _embedded(path: Path) -> EmbeddedEngine:
    return EmbeddedEngine(path)


# The client of Elasticsearch takes 30 MB and a quarter of a second: only where it is used.
@lru_cache(maxsize=4)
def _elasticsearch(address: str) -> "ElasticsearchEngine":
    from search.engines.elasticsearch.engine import ElasticsearchEngine
    from search.engines.elasticsearch.server import Server

    return ElasticsearchEngine(Server(address), INDEX_NAME)


@lru_cache(maxsize=4)
def _guarded(address: str, path: Path) -> "GuardedEngine":
    from search.engines.guarded import GuardedEngine

    return GuardedEngine(_elasticsearch(address), _embedded(path))
