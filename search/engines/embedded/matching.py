"""Scores of documents for the words of a question, from the full-text tables.

Every word is looked up by itself: that gives it a weight of its own, says how rare it is, and says
which documents cover it. BM25 is FTS5's (k1 = 1.2, b = 0.75), with Lucene's idf, which is never
negative, in place of FTS5's.
"""

import json
import math
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from search.engines.embedded.postings import PostingsMemory
from search.engines.embedded.writer import TITLE_GRAM
from search.hits import STRONG_COVERAGE, TOLERANCE
from search.prepare import COLUMNS
from search.query import EVERYWHERE
from search.terms import Term, Terms
from search.weights import (
    COMMONEST_GRAM_LEAST,
    COMMONEST_GRAM_SHARE,
    EXACT_FORM_WEIGHT,
    EXACT_SPELLING_WEIGHT,
    GRAM_WEIGHT,
    K1,
    PAIR_WEIGHT,
    PRESENCE_WEIGHT,
    SIMILAR_GRAM_SHARE,
    SYNONYM_WEIGHT,
    TITLE_WEIGHT,
    B,
    idf,
)

# A list in one value is read faster than as many rows.
_ANY_STEM_QUERY = "SELECT json_group_array(rowid) FROM stems WHERE stems MATCH ?"
_FORM_QUERY = "SELECT json_group_array(rowid) FROM forms WHERE forms MATCH ?"
_GRAM_QUERY = (
    "SELECT json_group_array(rowid) FROM (SELECT rowid FROM grams WHERE grams MATCH ? LIMIT ?)"
)


@dataclass(slots=True)
class Matches:
    """What was found, by number of document.

    `coverage` is the share of the content words, by idf, of the documents that may have enough of them;
    `required` holds the documents that have every number and every phrase of the question, None if it
    has none; `excluded` those that have an excluded word.
    """

    scores: dict[int, float] = field(default_factory=dict)
    coverage: dict[int, float] = field(default_factory=dict)
    required: set[int] | None = None
    excluded: set[int] = field(default_factory=set)


class Matcher:
    """Looks up the words of one question in one state of the index.

    `relative_lengths` are those of all its documents, that of a document of mean length being 1;
    `memory` is that of the same state. `scope` is that of the query: words count only where they stand in it.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        terms: Terms,
        relative_lengths: Mapping[int, float],
        memory: PostingsMemory,
        scope: str = EVERYWHERE,
    ) -> None:
        self._connection = connection
        self._memory = memory
        self._terms = terms
        self._scope = scope
        self._columns = f"{{{scope or ' '.join(COLUMNS)}}}"
        self._lengths = relative_lengths
        self._documents = len(relative_lengths)
        self.matches = Matches()

    def match_words(self) -> Matches:
        """Score by stems and exact forms; note coverage, numbers, phrases and exclusions."""
        found = self.matches
        words = sorted(self._terms.words, key=lambda term: -term.weight)
        scored = {term: self._stem_scores(term) for term in words}
        idfs = {term: self._idf(len(rows)) for term, rows in scored.items()}
        for term in words:
            if term.is_number:
                self._require(set(scored[term]))
        self._expand(scored)
        # To add a short list to a long one takes less than the other way round.
        for term in sorted(words, key=lambda term: -len(scored[term])):
            _add_scores(found.scores, scored[term])
        if self._terms.is_short:
            for term in self._terms.content_words:
                _add_scores(found.scores, dict.fromkeys(scored[term], PRESENCE_WEIGHT * idfs[term]))
        for term in words:
            self._score_exact(term, idfs[term])
        self._score_pairs()
        self._cover(scored, idfs)
        self._require_phrases()
        self._exclude()
        return found

    def match_grams(self, only_found: bool) -> Matches:
        """Add what pieces of four letters of content words say.

        `only_found` lets them order what was found by words, and find nothing themselves.
        """
        found = self.matches
        limit = max(COMMONEST_GRAM_LEAST, int(COMMONEST_GRAM_SHARE * self._documents))
        grams = {gram for term in self._terms.content_words for gram in term.grams}
        anywhere: dict[int, float] = {}
        in_title: dict[int, float] = {}
        similar: dict[int, int] = {}
        for gram in sorted(grams - self._memory.common_grams):
            having = self._numbers(_GRAM_QUERY, _quoted(gram), limit + 1)
            if len(having) > limit:
                self._memory.common_grams.add(gram)
                continue
            titled = self._numbers(_GRAM_QUERY, _quoted(TITLE_GRAM + gram), limit)
            idf = self._idf(len(having))
            for number in found.scores.keys() & having if only_found else having:
                anywhere[number] = anywhere.get(number, 0.0) + idf
            for number in titled:
                in_title[number] = in_title.get(number, 0.0) + idf
            if not only_found:
                for number in having:
                    similar[number] = similar.get(number, 0) + 1
        least = SIMILAR_GRAM_SHARE * len(grams)
        for number, count in similar.items():
            if count >= least:
                found.scores.setdefault(number, 0.0)
        for number in found.scores.keys() & anywhere.keys():
            once, more = self._saturation(number, 1.0), 0.0
            if number in in_title:
                more = in_title[number] * (self._saturation(number, 1 + TITLE_WEIGHT) - once)
            found.scores[number] += GRAM_WEIGHT * (anywhere[number] * once + more)
        return found

    def _stem_scores(self, term: Term) -> dict[int, float]:
        """The scores by all stems that the word may have; an exact word has them only by its form."""
        scores: dict[int, float] = {}
        for stem in term.stems:
            numbers, given = self._memory.postings(self._connection, self._stem(stem))
            if numbers:
                factor = term.weight * self._idf(len(numbers)) / self._fts5_idf(len(numbers))
                found = {
                    number: factor * score for number, score in zip(numbers, given, strict=True)
                }
                _add_scores(scores, found)
        if term.exact and scores:
            having = set(self._numbers(_FORM_QUERY, f"{self._columns} : {_quoted(term.form)}"))
            scores = {number: score for number, score in scores.items() if number in having}
        return scores

    def _expand(self, scored: dict[Term, dict[int, float]]) -> None:
        """Let what means the same stand for words, where it scores more than they do themselves.

        Of an expression with more words than it stands for, the mean counts: СОЧ is no longer for it.
        """
        terms = {term for e in self._terms.expansions for one in e.alternatives for term in one}
        standing_in = {term: self._stem_scores(term) for term in terms}
        for expansion in self._terms.expansions:
            first, *others = (scored[term] for term in expansion.terms)
            for alternative in expansion.alternatives:
                together = _scored_by_all([standing_in[term] for term in alternative])
                weight = SYNONYM_WEIGHT * min(1.0, len(expansion.terms) / len(alternative))
                for number, score in together.items():
                    instead = weight * score
                    for other in others:
                        instead -= other.setdefault(number, 0.0)
                    if instead > first.setdefault(number, 0.0):
                        first[number] = instead

    def _cover(self, scored: Mapping[Term, dict[int, float]], idfs: Mapping[Term, float]) -> None:
        """Note which documents have which share of the content words, if it can make them strong."""
        coverage = self.matches.coverage
        weights = {term: term.share * idfs[term] for term in self._terms.content_words}
        everything = sum(weights.values())
        left = 1.0
        for term in sorted(weights, key=lambda term: -weights[term]):
            part = weights[term] / everything
            if left < STRONG_COVERAGE - TOLERANCE:
                for number in coverage.keys() & scored[term].keys():
                    coverage[number] += part
            else:
                _add_scores(coverage, dict.fromkeys(scored[term], part))
            left -= part

    def _score_exact(self, term: Term, idf: float) -> None:
        """Add a little for the very form, and a little more for the very letters."""
        self._add(f"{self._columns} : {_quoted(term.form)}", EXACT_FORM_WEIGHT * term.weight * idf)
        if term.spelling != term.form:
            value = EXACT_SPELLING_WEIGHT * term.weight * idf
            self._add(f"spellings : {_quoted(term.spelling)}", value)

    def _score_pairs(self) -> None:
        """Add something for neighbours of a short question that stand side by side, as typed."""
        scores = self.matches.scores
        for pair in self._terms.pairs:
            expression = f"{self._columns} : {_quoted(' '.join(pair))}"
            having = self._numbers(_FORM_QUERY, expression)
            value = PAIR_WEIGHT * self._idf(len(having))
            for number in having:
                scores[number] = scores.get(number, 0.0) + value

    def _stem(self, stem: str) -> str:
        """The expression for a stem in the columns asked for; all of them need no naming."""
        return f"{self._columns} : {_quoted(stem)}" if self._scope else _quoted(stem)

    def _add(self, expression: str, value: float) -> None:
        scores = self.matches.scores
        for number in self._numbers(_FORM_QUERY, expression):
            scores[number] = scores.get(number, 0.0) + value

    def _require(self, having: set[int]) -> None:
        found = self.matches
        found.required = having if found.required is None else found.required & having

    def _require_phrases(self) -> None:
        for phrase in self._terms.phrases:
            expression = f"{self._columns} : {_quoted(' '.join(phrase))}"
            self._require(set(self._numbers(_FORM_QUERY, expression)))

    def _exclude(self) -> None:
        for stems in self._terms.excluded:
            for stem in stems:
                self.matches.excluded.update(self._numbers(_ANY_STEM_QUERY, self._stem(stem)))

    def _numbers(self, statement: str, *bound: object) -> list[int]:
        ((numbers,),) = self._connection.execute(statement, bound)
        return list(json.loads(numbers))

    def _saturation(self, number: int, frequency: float) -> float:
        """BM25's part of a term's frequency in a document."""
        length = K1 * (1 - B + B * self._lengths[number])
        return frequency * (K1 + 1) / (frequency + length)

    def _idf(self, having: int) -> float:
        return idf(self._documents, having)

    def _fts5_idf(self, having: int) -> float:
        """FTS5's, as in its bm25()."""
        idf = math.log((self._documents - having + 0.5) / (having + 0.5))
        return idf if idf > 0 else 1e-6


def _scored_by_all(parts: Sequence[dict[int, float]]) -> dict[int, float]:
    """The sums of those documents that every part scores."""
    together, *others = sorted(parts, key=len)
    for part in others:
        together = {n: score + part[n] for n, score in together.items() if n in part}
    return together


def _add_scores(scores: dict[int, float], more: dict[int, float], each: float = 0.0) -> None:
    """Add the scores of some documents, and `each` for every one of them, to those that are there."""
    if not scores and not each:
        scores.update(more)
        return
    for number, score in more.items():
        scores[number] = scores.get(number, 0.0) + score + each


def _quoted(token: str) -> str:
    """A token as an FTS5 string: nothing in it is syntax."""
    return '"' + token.replace('"', '""') + '"'
