"""A source of documents in memory, and short words for making them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest

from search.documents import PUBLIC, SearchDocument, Section
from search.sources import Choice


def document(
    key: str = "page:1",
    title: str = "Без названия",
    text: str = "",
    language: str = "ru",
    **changes: Any,
) -> SearchDocument:
    """A public experience of one section, published on 1 September 2026, in a group of its own."""
    values: dict[str, Any] = {
        "group": key,
        "kind": "experience",
        "sections": (section(text, language),) if text else (),
        "facets": {"type": ("experience",), "language": (language,)},
        "visibility": (PUBLIC,),
        "published": date(2026, 9, 1),
        **changes,
    }
    return SearchDocument(key=key, title=title, language=language, **values)


def section(text: str, language: str = "ru", name: str = "results") -> Section:
    """A section «Результативность»."""
    return Section(name, text, language, {"ru": "Результативность", "kk": "Нәтижелілігі"})


class Bank:
    """A source; what is put into `documents_by_key` is live. Paths are keys: "a/b" is under "a/"."""

    def __init__(self) -> None:
        self.documents_by_key: dict[str, SearchDocument] = {}
        self.groups_of_synonyms: list[Sequence[str]] = []

    def put(self, *documents: SearchDocument) -> None:
        self.documents_by_key.update((document.key, document) for document in documents)

    def clear(self) -> None:
        self.documents_by_key.clear()
        self.groups_of_synonyms.clear()

    def keys(self) -> Iterable[str]:
        return list(self.documents_by_key)

    def keys_under(self, prefix: str) -> Iterable[str]:
        return [key for key in self.documents_by_key if key.startswith(prefix)]

    def documents(self, keys: Sequence[str]) -> Iterable[SearchDocument]:
        live = self.documents_by_key
        return [live[key] for key in keys if key in live]

    def synonyms(self) -> Iterable[Sequence[str]]:
        return self.groups_of_synonyms

    def facet_choices(self, request: HttpRequest, language: str) -> dict[str, dict[str, Choice]]:
        values = {
            "type": ["experience", "guide", "technology"],
            "language": ["kk", "ru"],
            "subject": ["mathematics", "physics"],
            "grade": ["1", "2", "3", "4", "5"],
            "tag": [f"tag-{number}" for number in range(1, 13)],
        }
        return {
            facet: {value: Choice(value, f"{value} ({language})") for value in known}
            for facet, known in values.items()
        }


bank = Bank()
