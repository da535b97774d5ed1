"""From a question to a page of hits, over one state of the index."""

import json
import sqlite3
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from search.engines.embedded.catalogue import Snapshot
from search.engines.embedded.matching import Matcher, Matches
from search.hits import STRONG_COVERAGE, Candidate, hits_among, least_score
from search.prepare import BODY, TITLE, Passage
from search.query import DATE, SearchQuery
from search.readers import Reader
from search.results import Hit, SearchResults
from search.snippets import best_snippet, marked_title
from search.terms import Terms, terms_of

# Shares of coverage are sums of floats: a half stays a half.
_TOLERANCE = 1e-9


def answer(
    connection: sqlite3.Connection, snapshot: Snapshot, query: SearchQuery, reader: Reader
) -> SearchResults:
    """The page of hits that a query asks for."""
    terms = terms_of(query.text)
    matcher = Matcher(connection, terms, len(snapshot.entries))
    admitted = snapshot.admitted(query, reader)
    scored = (_scored if terms.words else _listed)(matcher, snapshot, admitted)
    best: dict[str, tuple[Candidate, int]] = {}
    for number, candidate in scored:
        known = best.get(candidate.group)
        if known is None or _rank(candidate) > _rank(known[0]):
            best[candidate.group] = (candidate, number)
    hits = hits_among(
        (candidate for candidate, _ in best.values()),
        by_date=query.sort == DATE or not terms.words,
    )
    page = _Page(connection, snapshot, admitted, reader, terms, matcher.matches)
    first = (query.page - 1) * query.page_size
    (complete,) = connection.execute("SELECT complete FROM state").fetchone()
    return SearchResults(
        query=query,
        hits=[
            page.hit(candidate, best[candidate.group][1])
            for candidate in hits[first : first + query.page_size]
        ],
        total=len(hits),
        strong_total=sum(candidate.strong for candidate in hits),
        available=snapshot.facet_values(reader),
        complete=bool(complete),
    )


def _rank(candidate: Candidate) -> tuple[bool, float, float]:
    return (candidate.strong, candidate.score, candidate.published)


def _scored(
    matcher: Matcher, snapshot: Snapshot, admitted: frozenset[int]
) -> Iterator[tuple[int, Candidate]]:
    """Every admitted document that may be a hit, with its score."""
    matches = matcher.match_words()
    admitted -= matches.refused
    strong = admitted.intersection(
        number
        for number, coverage in matches.coverage.items()
        if coverage >= STRONG_COVERAGE - _TOLERANCE
    )
    if matches.required is not None:
        strong &= matches.required
    matcher.match_grams(only_found=bool(strong))
    factors = snapshot.length_factors
    scores = {
        number: score * factors[number]
        for number, score in matches.scores.items()
        if number in admitted
    }
    least = least_score(max(scores.values(), default=0.0), len(strong))
    for number, score in scores.items():
        if score < least and number not in strong:
            continue
        entry = snapshot.entries[number]
        candidate = Candidate(
            group=entry.material,
            score=score,
            strong=number in strong,
            numbers=matches.required is None or number in matches.required,
            published=entry.published,
        )
        yield number, candidate


def _listed(
    matcher: Matcher, snapshot: Snapshot, admitted: frozenset[int]
) -> Iterator[tuple[int, Candidate]]:
    """Every admitted document, without a question; excluded words still exclude."""
    for number in admitted - matcher.match_words().refused:
        entry = snapshot.entries[number]
        yield number, Candidate(entry.material, 0.0, True, True, entry.published)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the hits of one page are made from."""

    connection: sqlite3.Connection
    snapshot: Snapshot
    admitted: frozenset[int]
    reader: Reader
    terms: Terms
    matches: Matches

    def hit(self, candidate: Candidate, found: int) -> Hit:
        """The hit for a material of which the document `found` matched best."""
        shown = self._shown(candidate.group, found)
        key, kind, language, display = self.connection.execute(
            "SELECT key, kind, language, display FROM documents WHERE id = ?", (shown,)
        ).fetchone()
        title, body = self._passages(shown)
        quoted = body if shown == found or shown in self.matches.scores else self._passages(found)[1]
        return Hit(
            key=key,
            group=candidate.group,
            kind=kind,
            language=language,
            title=marked_title(title, self.terms),
            snippet=best_snippet(quoted, self.terms, self.reader.language),
            display=json.loads(display)[self.reader.language],
            strong=candidate.strong,
            score=candidate.score,
        )

    def _shown(self, group: str, found: int) -> int:
        """The translation in the interface language, if there is one that passes the filters."""
        for number in self.snapshot.groups[group]:
            if (
                number in self.admitted
                and self.snapshot.entries[number].language == self.reader.language
            ):
                return number
        return found

    def _passages(self, number: int) -> tuple[Passage, list[Passage]]:
        """The title and the passages of the body of one document."""
        rows = self.connection.execute(
            "SELECT field, section, language, label, text, starts, stems, forms"
            " FROM passages WHERE document = ? AND field IN (?, ?) ORDER BY place",
            (number, TITLE, BODY),
        )
        title, *body = (
            Passage(field, section, language, json.loads(label), text, array("I", starts), stems, forms)
            for field, section, language, label, text, starts, stems, forms in rows
        )
        return title, body
