"""What a hit shows: its title and best place from the stored passages, with marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.engines.elasticsearch import choices
from search.engines.elasticsearch.passages import passage_of, sent_with, telling
from search.engines.elasticsearch.queries import (
    STRONG,
    Query,
    all_of,
    any_of,
    either,
    is_named,
    named,
)
from search.prepare import BODY, SCOPED_SECTIONS, TITLE
from search.query import SearchQuery
from search.readers import Reader
from search.reasons import stand_in
from search.results import Hit, Snippet, Version
from search.snippets import best_place, marked_title, snippet_at
from search.terms import Terms

Found = Mapping[str, Any]

_WITH_WORDS = "words"

# What a hit is made of, beside what is displayed in the reader's language.
_SENT = ("key", "group", "kind", "language", "title")


@dataclass(frozen=True, slots=True)
class Showing:
    """Makes hits of what the server has listed; `words` finds documents with words of the question."""

    query: SearchQuery
    reader: Reader
    terms: Terms
    words: Query | None

    def request(self, found: Sequence[Found]) -> dict[str, Any]:
        """What asks for the documents of a page: those found, and translations for the reader."""
        foreign = [_name(hit, "group") for hit in found if not self._is_readers(hit)]
        translated = all_of(
            any_of("group", foreign),
            any_of("language", [self.reader.language]),
            any_of("visibility", sorted(self.reader.visibility)),
            *choices.passing(self.query.facets),
        )
        wanted = any_of("key", [_name(hit, "key") for hit in found])
        described = [telling(self.terms.stems, self._section)] if self.terms.stems else []
        if foreign and self.words is not None:
            described.append(named(self.words, _WITH_WORDS))
        return {
            "query": {"bool": {"filter": [either(wanted, translated)], "should": described}},
            "size": len(found) + len(foreign),
            "_source": [*_SENT, f"display.{self.reader.language}"],
        }

    def hits(self, found: Sequence[Found], answer: Mapping[str, Any]) -> list[Hit]:
        """The hits of a page, in its order, from the answer to `request`."""
        rows = answer["hits"]["hits"]
        by_key = {row["_source"]["key"]: row for row in rows}
        readers = {row["_source"]["group"]: row for row in rows if self._is_readers_row(row)}
        return [
            self._hit(hit, by_key[_name(hit, "key")], readers.get(_name(hit, "group")))
            for hit in found
        ]

    @property
    def _section(self) -> str:
        """The section that is quoted, "" for any."""
        return self.query.scope if self.query.scope in SCOPED_SECTIONS else ""

    def _is_readers(self, hit: Found) -> bool:
        return _name(hit, "language") == self.reader.language

    def _is_readers_row(self, row: Found) -> bool:
        return bool(row["_source"]["language"] == self.reader.language)

    def _hit(self, hit: Found, found: Found, readers: Found | None) -> Hit:
        """The hit for a material of which the document `found` matches best."""
        shown = found if readers is None or self._is_readers(hit) else readers
        own = shown is found or self.words is None or is_named(shown, _WITH_WORDS)
        quoted = shown if own else found
        source = shown["_source"]
        marked = marked_title(passage_of(source["title"], TITLE), self.terms.stems)
        snippet = self._snippet(quoted) if self.terms.stems else None
        return Hit(
            key=source["key"],
            group=source["group"],
            kind=source["kind"],
            language=source["language"],
            title=marked,
            snippet=snippet,
            display=self._display(source),
            strong=self.words is None or is_named(hit, STRONG),
            score=hit["_score"] or 0.0,
            found_in=None if own else self._version(quoted["_source"]),
            found_by=stand_in(self.terms, [*marked, *(snippet.pieces if snippet else ())]),
        )

    def _version(self, stored: Mapping[str, Any]) -> Version:
        return Version(stored["language"], self._display(stored))

    def _display(self, stored: Mapping[str, Any]) -> Mapping[str, Any]:
        """What is displayed in the reader's language; the part is not sent where it has none."""
        displayed: Mapping[str, Any] = stored.get("display", {}).get(self.reader.language, {})
        return displayed

    def _snippet(self, document: Found) -> Snippet | None:
        """The best place of the text of a document, None if it has no text."""
        passages = sent_with(document)
        if not passages:
            return None
        best = best_place([passage["stems"] for passage in passages], self.terms.stems)
        return snippet_at(passage_of(passages[best.passage], BODY), best, self.reader.language)


def _name(hit: Found, field: str) -> str:
    return str(hit["fields"][field][0])
