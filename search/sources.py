"""Where documents come from: objects that other apps name in `settings.SEARCH_SOURCES`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from search.documents import SearchDocument


class Source(Protocol):
    """What an app offers to be found. All methods read what is live now."""

    def keys(self) -> Iterable[str]:
        """The keys of all documents that anyone may find now."""
        ...

    def keys_under(self, prefix: str) -> Iterable[str]:
        """The keys of the findable documents under a path as given to `changes.record_subtree`."""
        ...

    def documents(self, keys: Sequence[str]) -> Iterable[SearchDocument]:
        """The documents of those of the keys that are live; foreign keys are passed over.

        A key that yields no document is removed from the index.
        """
        ...

    def facet_values(self, facet: str) -> Iterable[str]:
        """All values of a facet in the order in which they are shown; none for a foreign facet."""
        ...

    def facet_label(self, facet: str, value: str, language: str) -> str:
        """The wording of a facet's value in an interface language."""
        ...


def sources() -> list[Source]:
    """The sources of the settings; ImportError where one does not exist (a system check says so)."""
    return [import_string(path) for path in settings.SEARCH_SOURCES]


def all_keys() -> set[str]:
    """The keys of everything that may be found now."""
    found: set[str] = set()
    for source in sources():
        found.update(source.keys())
    return found


def keys_under(prefix: str) -> set[str]:
    """The keys of everything that may be found now under a path."""
    found: set[str] = set()
    for source in sources():
        found.update(source.keys_under(prefix))
    return found


def documents(keys: Sequence[str]) -> Iterator[SearchDocument]:
    """The documents of these keys, as far as they are live."""
    for source in sources():
        yield from source.documents(keys)


def facet_choices(facet: str) -> list[tuple[str, Source]]:
    """The values of a facet in their order, each with the source that can word it."""
    return [(value, source) for source in sources() for value in source.facet_values(facet)]
