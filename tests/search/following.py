"""Short words for tests of how an index follows the bank."""

from pathlib import Path

from django.db import transaction

from search import changes
from search.engines.base import Engine
from search.engines.embedded.schema import schema_version
from search.query import SearchQuery
from search.readers import Reader
from tests.search.bank import bank, document


def publish(*keys: str, title: str = "Урок") -> None:
    """Put a document of each key into the bank and record it, as one transaction would."""
    with transaction.atomic():
        for key in keys:
            bank.put(document(key, title))
            changes.record(key)


def withdraw(key: str) -> None:
    """Take a document from the bank and record it."""
    with transaction.atomic():
        del bank.documents_by_key[key]
        changes.record(key)


def found(engine: Engine, text: str = "") -> set[str]:
    """The keys of at most a hundred hits."""
    query = SearchQuery(text=text, page_size=100)
    return {hit.key for hit in engine.search(query, Reader("ru")).hits}


def index_file(settings) -> Path:
    """The file of the embedded index."""
    path: Path = settings.SEARCH_INDEX_PATH
    return path.with_name(f"{path.stem}-{schema_version()}{path.suffix}")
