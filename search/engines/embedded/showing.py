"""What a hit shows: its title and best place from the stored passages, with marks."""

import json
import sqlite3
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

import orjson

from search.engines.embedded.catalogue import Snapshot
from search.engines.embedded.entries import Entry
from search.engines.embedded.places import LONG, telling_places
from search.prepare import BODY, SCOPED_SECTIONS, TITLE_PLACE, Passage
from search.query import SearchQuery
from search.readers import Reader
from search.reasons import stand_in
from search.results import Hit, Piece, Snippet, Version
from search.snippets import best_place, marked_title, snippet_at
from search.terms import Terms

_PASSAGE = (
    "SELECT field, section, language, label, text, starts, stems, forms"
    " FROM passages WHERE document = ? AND place = ?"
)
_TEXT = "SELECT text FROM passages WHERE document = ? AND place = ?"
_STEMS = "SELECT place, stems FROM passages WHERE document = ? AND field = ?"
_IN_SECTION = " AND section = ?"
_STEMS_AT = "SELECT stems FROM passages WHERE document = ? AND place = ?"


@dataclass(frozen=True, slots=True)
class Showing:
    """Makes hits of documents that pass the query's filters.

    `scores` are of all documents that have a word of the question.
    """

    connection: sqlite3.Connection
    snapshot: Snapshot
    query: SearchQuery
    reader: Reader
    terms: Terms
    scores: Mapping[int, float]

    def hit(self, found: int, *, strong: bool) -> Hit:
        """The hit for a material of which the document `found` matches best."""
        shown = self.in_readers_language(found)
        key, group, kind, language, display = self.connection.execute(
            "SELECT key, material, kind, language, display FROM documents WHERE id = ?", (shown,)
        ).fetchone()
        quoted = shown if shown in self.scores or not self.scores else found
        title = self._title(shown)
        snippet = self._snippet(quoted) if self.terms.stems else None
        return Hit(
            key=key,
            group=group,
            kind=kind,
            language=language,
            title=title,
            snippet=snippet,
            display=orjson.loads(display).get(self.reader.language, {}),
            strong=strong,
            score=self.scores.get(found, 0.0),
            found_in=self._version(quoted) if quoted != shown else None,
            found_by=stand_in(self.terms, [*title, *(snippet.pieces if snippet else ())]),
        )

    def _title(self, number: int) -> list[Piece]:
        if self.terms.stems:
            return marked_title(self._passage(number, TITLE_PLACE), self.terms.stems)
        (text,) = self.connection.execute(_TEXT, (number, TITLE_PLACE)).fetchone()
        return [Piece(text, False)]

    def _version(self, number: int) -> Version:
        language, display = self.connection.execute(
            "SELECT language, display FROM documents WHERE id = ?", (number,)
        ).fetchone()
        return Version(language, orjson.loads(display).get(self.reader.language, {}))

    def in_readers_language(self, found: int) -> int:
        """The translation in the interface language, if there is one that the reader may see.

        It must pass the filters as well; else it is the document that was found.
        """
        entries = self.snapshot.entries
        for number in self.snapshot.groups[entries[found].material]:
            if entries[number].language == self.reader.language and self._admits(entries[number]):
                return number
        return found

    def _admits(self, entry: Entry) -> bool:
        return not entry.visibility.isdisjoint(self.reader.visibility) and all(
            not entry.facets.get(facet, frozenset()).isdisjoint(values)
            for facet, values in self.query.facets.items()
        )

    def _snippet(self, number: int) -> Snippet | None:
        """The best place of the text of a document, None if it has no text."""
        section = self.query.scope if self.query.scope in SCOPED_SECTIONS else ""
        passages = dict(self._stems(number, section))
        if not passages:
            return None
        places = list(passages)
        best = best_place(list(passages.values()), self.terms.stems)
        return snippet_at(self._passage(number, places[best.passage]), best, self.reader.language)

    def _stems(self, number: int, section: str) -> list[tuple[int, str]]:
        """Places and stems of the passages to choose from, of a section if one is named."""
        statement = _STEMS
        bound: list[int | str] = [number, BODY]
        if section:
            statement += _IN_SECTION
            bound.append(section)
        if self.snapshot.entries[number].length > LONG:
            places = telling_places(self.connection, number, self.terms.stems, section)
            if places:
                return [(place, self._stems_at(number, place)) for place in places]
            statement += " LIMIT 1"
        return self.connection.execute(statement, bound).fetchall()

    def _stems_at(self, number: int, place: int) -> str:
        (stems,) = self.connection.execute(_STEMS_AT, (number, place)).fetchone()
        return str(stems)

    def _passage(self, number: int, place: int) -> Passage:
        row = self.connection.execute(_PASSAGE, (number, place)).fetchone()
        field, section, language, label, text, starts, stems, forms = row
        places = array("I", starts)
        return Passage(field, section, language, json.loads(label), text, places, stems, forms)
