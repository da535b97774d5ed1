"""From a question to a page of hits, over one state of the index."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass

from search.engines.embedded.catalogue import Snapshot
from search.engines.embedded.facets import Narrowing, mask_of
from search.engines.embedded.matching import Matcher
from search.engines.embedded.showing import Showing
from search.engines.ranking import Ranking
from search.hits import best_first, hits_among, strong_hits
from search.query import DATE, EVERYWHERE, TITLE, SearchQuery
from search.readers import Reader
from search.results import SearchResults
from search.synonyms import Thesaurus
from search.terms import Terms, terms_of

_KEYS = "SELECT id, key FROM documents WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class _Found:
    """Documents that are hits, in no order, translations among them; scores of all with a word."""

    hits: Collection[int]
    strong: Set[int]
    scores: dict[int, float]


def answer(
    connection: sqlite3.Connection,
    snapshot: Snapshot,
    query: SearchQuery,
    reader: Reader,
    thesaurus: Thesaurus,
) -> SearchResults:
    """The page of hits that a query asks for."""
    terms = terms_of(query.text, thesaurus)
    found = _found(connection, snapshot, terms, query, reader)
    is_listing = not terms.words and not terms.excluded
    every = snapshot.visible_mask(reader) if is_listing else mask_of(found.hits)
    narrowing = Narrowing(
        snapshot.masks, snapshot.entries, snapshot.translated, every, query.facets
    )
    passing = narrowing.hits()
    lesser = set(_lesser_translations(snapshot, passing, found))
    shown = [number for number in passing if number not in lesser]
    showing = Showing(connection, snapshot, query, reader, terms, found.scores)
    first = (query.page - 1) * query.page_size
    last = first + query.page_size
    ordered = _ordered(snapshot, shown, found, query.sort, showing, last)
    (complete,) = connection.execute("SELECT complete FROM state").fetchone()
    return SearchResults(
        query=query,
        hits=[showing.hit(number, strong=number in found.strong) for number in ordered[first:last]],
        total=len(shown),
        strong_total=len(found.strong & set(shown)),
        facets=narrowing.counts(query.counted),
        complete=bool(complete),
    )


def ranked(
    connection: sqlite3.Connection,
    snapshot: Snapshot,
    query: SearchQuery,
    reader: Reader,
    most: int,
    thesaurus: Thesaurus,
) -> Ranking:
    """The whole order by score that the hits are taken from, the first `most` of it."""
    found = _found(connection, snapshot, terms_of(query.text, thesaurus), query, reader)
    lesser = set(_lesser_translations(snapshot, list(found.scores), found))
    every = {number: score for number, score in found.scores.items() if number not in lesser}
    order = best_first(every, snapshot.recency, most)
    key_of = dict(connection.execute(_KEYS, (json.dumps(order),)))
    keys = [str(key_of[number]) for number in order]
    hits = set(found.hits)
    shown = [(key, number) for key, number in zip(keys, order, strict=True) if number in hits]
    return Ranking(
        keys=keys,
        scores=[every[number] for number in order],
        shown=[key for key, _ in shown],
        strong=[key for key, number in shown if number in found.strong],
    )


def _found(
    connection: sqlite3.Connection,
    snapshot: Snapshot,
    terms: Terms,
    query: SearchQuery,
    reader: Reader,
) -> _Found:
    """The hits among what the reader may see, before any filter."""
    matcher = Matcher(connection, terms, snapshot.relative_lengths, snapshot.postings, query.scope)
    matches = matcher.match_words()
    visible = snapshot.visible(reader)
    admitted = visible - matches.excluded if matches.excluded else visible
    if not terms.words:
        return _Found(admitted, admitted, {})
    strong = strong_hits(matches.coverage, matches.required) & admitted
    if query.scope == EVERYWHERE:
        matcher.match_grams(only_found=bool(strong))
    factors = snapshot.length_factors
    scores = {
        number: score * factors[number]
        for number, score in matches.scores.items()
        if number in admitted
    }
    hits = hits_among(scores, strong, matches.required, snapshot.materials_among(strong))
    return _Found(hits, strong, scores)


def _ordered(
    snapshot: Snapshot, shown: Sequence[int], found: _Found, sort: str, showing: Showing, most: int
) -> list[int]:
    """The documents in order, the first `most` of them at least."""
    recency = snapshot.recency
    if sort == TITLE:
        entries = snapshot.entries

        def place(number: int) -> tuple[str, int]:
            return (entries[showing.in_readers_language(number)].title_key, recency[number])

        return sorted(shown, key=place)
    if sort == DATE or not found.scores:
        return sorted(shown, key=recency.__getitem__)
    return best_first({number: found.scores[number] for number in shown}, recency, most)


def _lesser_translations(snapshot: Snapshot, hits: Sequence[int], found: _Found) -> Iterable[int]:
    """Of every material found in several languages, all documents but the one that matches best."""
    recency = snapshot.recency
    several: dict[str, list[int]] = {}
    for number in snapshot.translated.intersection(hits):
        several.setdefault(snapshot.entries[number].material, []).append(number)
    for numbers in several.values():
        numbers.sort(
            key=lambda number: (
                number not in found.strong,
                -found.scores.get(number, 0.0),
                recency[number],
            )
        )
        yield from numbers[1:]
