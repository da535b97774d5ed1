"""What a hit shows: its title and best place from the stored passages, with marks."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.engines.elasticsearch import counting
from search.engines.elasticsearch.queries import Query, any_of
from search.engines.elasticsearch.server import Searching
from search.prepare import BODY, SCOPED_SECTIONS, TITLE, Passage
from search.query import SearchQuery
from search.readers import Reader
from search.reasons import stand_in
from search.results import Hit, Snippet, Version
from search.snippets import best_place, marked_title, snippet_at
from search.terms import Terms

# Documents of one material at most.
_TRANSLATIONS = 4

_WITH_WORDS = "words"


@dataclass(frozen=True, slots=True)
class Showing:
    """Makes hits of what the server has listed; `words` finds documents with words of the question."""

    searching: Searching
    index: str
    query: SearchQuery
    reader: Reader
    terms: Terms
    words: Query | None

    def hits(self, found: Sequence[Mapping[str, Any]]) -> list[Hit]:
        """The hits of a page, in its order."""
        if not found:
            return []
        stored = self._stored([hit["fields"]["group"][0] for hit in found])
        return [self._hit(hit, stored[hit["fields"]["group"][0]]) for hit in found]

    def _stored(self, groups: Sequence[str]) -> dict[str, dict[str, tuple[dict[str, Any], bool]]]:
        """By material and key: each document that may be shown, and whether it has a word."""
        filters = [
            any_of("group", groups),
            any_of("visibility", sorted(self.reader.visibility)),
            *counting.passing(self.query.facets),
        ]
        named = []
        if self.words is not None:
            named.append({"constant_score": {"filter": self.words, "_name": _WITH_WORDS}})
        answer = self.searching.search(
            self.index,
            {
                "query": {"bool": {"filter": filters, "should": named}},
                "size": _TRANSLATIONS * len(groups),
                "_source": ["key", "group", "kind", "language", "display", "passages"],
            },
        )
        stored: dict[str, dict[str, tuple[dict[str, Any], bool]]] = {}
        for row in answer["hits"]["hits"]:
            source = row["_source"]
            has_word = _WITH_WORDS in row.get("matched_queries", ())
            stored.setdefault(source["group"], {})[source["key"]] = (source, has_word)
        return stored

    def _hit(
        self,
        hit: Mapping[str, Any],
        translations: Mapping[str, tuple[dict[str, Any], bool]],
    ) -> Hit:
        found, _ = translations[hit["fields"]["key"][0]]
        shown, has_word = next(
            (
                (other, has_word)
                for other, has_word in translations.values()
                if other["language"] == self.reader.language
            ),
            (found, True),
        )
        title = next(passage for passage in shown["passages"] if passage["field"] == TITLE)
        marked = marked_title(_passage(title), self.terms.stems)
        quoted = shown if has_word or self.words is None else found
        snippet = self._snippet(quoted) if self.terms.stems else None
        return Hit(
            key=shown["key"],
            group=shown["group"],
            kind=shown["kind"],
            language=shown["language"],
            title=marked,
            snippet=snippet,
            display=shown["display"].get(self.reader.language, {}),
            strong=self.words is None or "strong" in hit.get("matched_queries", ()),
            score=hit["_score"] or 0.0,
            found_in=self._version(quoted) if quoted is not shown else None,
            found_by=stand_in(self.terms, [*marked, *(snippet.pieces if snippet else ())]),
        )

    def _version(self, stored: Mapping[str, Any]) -> Version:
        return Version(stored["language"], stored["display"].get(self.reader.language, {}))

    def _snippet(self, document: Mapping[str, Any]) -> Snippet | None:
        """The best place of the text of a document, None if it has no text."""
        passages = [
            passage
            for passage in document["passages"]
            if passage["field"] == BODY
            and (self.query.scope not in SCOPED_SECTIONS or passage["section"] == self.query.scope)
        ]
        if not passages:
            return None
        best = best_place([passage["stems"] for passage in passages], self.terms.stems)
        return snippet_at(_passage(passages[best.passage]), best, self.reader.language)


def _passage(stored: Mapping[str, Any]) -> Passage:
    return Passage(
        field=stored["field"],
        section=stored["section"],
        language=stored["language"],
        label=stored["label"],
        text=stored["text"],
        starts=array("I", stored["starts"]),
        stems=stored["stems"],
        forms="",
    )
