"""From a question to a page of hits, over one state of the index."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.engines.embedded.catalogue import Snapshot
from search.engines.embedded.matching import Matcher
from search.engines.embedded.showing import Showing
from search.engines.ranking import Ranking
from search.hits import best_first, hits_among, strong_hits
from search.query import DATE, SearchQuery
from search.readers import Reader
from search.results import SearchResults
from search.terms import terms_of


@dataclass(frozen=True, slots=True)
class _Found:
    """Documents that are hits, in order, one a material; scores of all that have a word."""

    hits: Sequence[int]
    strong: set[int]
    scores: dict[int, float]


def answer(
    connection: sqlite3.Connection, snapshot: Snapshot, query: SearchQuery, reader: Reader
) -> SearchResults:
    """The page of hits that a query asks for."""
    terms = terms_of(query.text)
    matcher = Matcher(connection, terms, snapshot.relative_lengths)
    admitted = snapshot.admitted(query, reader)
    if terms.words:
        found = _found(matcher, snapshot, admitted, by_date=query.sort == DATE)
    else:
        found = _listed(matcher, snapshot, admitted)
    showing = Showing(connection, snapshot, admitted, reader, terms, found.scores)
    first = (query.page - 1) * query.page_size
    (complete,) = connection.execute("SELECT complete FROM state").fetchone()
    return SearchResults(
        query=query,
        hits=[
            showing.hit(number, strong=number in found.strong)
            for number in found.hits[first : first + query.page_size]
        ],
        total=len(found.hits),
        strong_total=len(found.strong),
        available=snapshot.facet_values(reader),
        complete=bool(complete),
    )


def ranked(
    connection: sqlite3.Connection,
    snapshot: Snapshot,
    query: SearchQuery,
    reader: Reader,
    most: int,
) -> Ranking:
    """The whole order by score that the hits are taken from, the first `most` of it."""
    matcher = Matcher(connection, terms_of(query.text), snapshot.relative_lengths)
    found = _found(matcher, snapshot, snapshot.admitted(query, reader), by_date=False)
    lesser = set(_lesser_translations(snapshot, found.scores, found.strong))
    every = {number: score for number, score in found.scores.items() if number not in lesser}
    order = best_first(every, snapshot.recency)[:most]
    key_of = "SELECT key FROM documents WHERE id = ?"
    keys = [str(connection.execute(key_of, (number,)).fetchone()[0]) for number in order]
    hits = set(found.hits)
    shown = [(key, number) for key, number in zip(keys, order, strict=True) if number in hits]
    return Ranking(
        keys=keys,
        scores=[every[number] for number in order],
        shown=[key for key, _ in shown],
        strong=[key for key, number in shown if number in found.strong],
    )


def _found(
    matcher: Matcher, snapshot: Snapshot, admitted: frozenset[int], *, by_date: bool
) -> _Found:
    """The hits among the admitted documents."""
    matches = matcher.match_words()
    admitted -= matches.excluded
    strong = strong_hits(matches.coverage, matches.required) & admitted
    matcher.match_grams(only_found=bool(strong))
    factors = snapshot.length_factors
    scores = {
        number: score * factors[number]
        for number, score in matches.scores.items()
        if number in admitted
    }
    best = dict(scores)
    for number in _lesser_translations(snapshot, scores, strong):
        del best[number]
        strong.discard(number)
    hits = hits_among(best, strong, matches.required)
    if by_date:
        ordered = sorted(hits, key=snapshot.recency.__getitem__)
    else:
        ordered = best_first({number: best[number] for number in hits}, snapshot.recency)
    return _Found(ordered, strong, scores)


def _listed(matcher: Matcher, snapshot: Snapshot, admitted: frozenset[int]) -> _Found:
    """Every admitted document, without a question; excluded words still exclude."""
    listed = admitted - matcher.match_words().excluded
    listed -= set(_lesser_translations(snapshot, dict.fromkeys(listed, 0.0), set()))
    return _Found(sorted(listed, key=snapshot.recency.__getitem__), set(listed), {})


def _lesser_translations(
    snapshot: Snapshot, scores: dict[int, float], strong: set[int]
) -> Iterable[int]:
    """Of every material found in several languages, all documents but the one that matches best."""
    recency = snapshot.recency
    groups = {snapshot.entries[number].material for number in snapshot.translated & scores.keys()}
    for group in groups:
        found = [number for number in snapshot.groups[group] if number in scores]
        found.sort(key=lambda number: (number not in strong, -scores[number], recency[number]))
        yield from found[1:]
