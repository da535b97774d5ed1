"""Where documents come from: objects that other apps name in `settings.SEARCH_SOURCES`."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, Protocol

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from search.documents import SearchDocument


class Choice(NamedTuple):
    """A value of a facet with its wording and the language of that, "" if it is the reader's."""

    value: str
    label: str
    language: str = ""


Choices = Mapping[str, Mapping[str, Choice]]
"""The existing values of each facet, in their order."""


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

    def synonyms(self) -> Iterable[Sequence[str]]:
        """Groups of words and expressions that mean the same, as the names of what is named.

        Read again after `changes.record_words`.
        """
        ...

    def facet_choices(self, request: HttpRequest, language: str) -> Choices:
        """All values of each facet in their order, worded in an interface language.

        Asked for with every search: a source keeps what it can (the request says as of when).
        """
        ...


def sources() -> list[Source]:
    """The sources of the settings; ImportError where one does not exist (a system check says so)."""
    return [import_string(path) for path in settings.SEARCH_SOURCES]


def documents_version() -> str:
    """Sixteen hexadecimal digits that change with the code of the apps whose documents are indexed.

    What a hit shows is made there, and an index keeps it: after an upgrade it is made anew.
    """
    digest = hashlib.sha256()
    for app in sorted({path.partition(".")[0] for path in settings.SEARCH_SOURCES}):
        spec = find_spec(app)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            for path in sorted(Path(folder).rglob("*.py")):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


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


def synonyms() -> Iterator[Sequence[str]]:
    """Groups of words and expressions that mean the same."""
    for source in sources():
        yield from source.synonyms()


def facet_choices(request: HttpRequest, language: str) -> Choices:
    """The values of every facet in their order, worded in an interface language."""
    choices: dict[str, Mapping[str, Choice]] = {}
    for source in sources():
        for facet, values in source.facet_choices(request, language).items():
            choices[facet] = {**choices[facet], **values} if facet in choices else values
    return choices
