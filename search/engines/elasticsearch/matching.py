"""The words of a question as queries of the server.

The ranking is that of every engine (`search.weights`): the similarities and lengths of
the index make the server's BM25 the same, what is constant comes as a constant.
"""

import math
from collections.abc import Iterable, Iterator

from search.engines.elasticsearch.fields import field_in
from search.engines.elasticsearch.numbers import Numbers
from search.engines.elasticsearch.queries import Query, all_of, any_of, either, having, phrase_in
from search.hits import STRONG_COVERAGE
from search.terms import Expansion, Term, Terms
from search.weights import (
    EXACT_FORM_WEIGHT,
    EXACT_SPELLING_WEIGHT,
    GRAM_WEIGHT,
    LENGTH_EXPONENT,
    LENGTH_LIMIT,
    PAIR_WEIGHT,
    PRESENCE_WEIGHT,
    SIMILAR_GRAM_SHARE,
    SYNONYM_WEIGHT,
)

# Scores are floats of 32 bits: a half stays a half.
_TOLERANCE = 1e-5


class Matching:
    """The queries for one question over an index of which the numbers are known."""

    def __init__(self, terms: Terms, numbers: Numbers, scope: str) -> None:
        self._terms = terms
        self._numbers = numbers
        self._stems = field_in("stems", scope)
        self._forms = field_in("forms", scope)

    @property
    def finds_strong_only(self) -> bool:
        """Whether there are hits and all of them are strong: one word, sought by its stem."""
        word, *others = self._terms.words
        plain = not (others or word.exact or word.is_number or self._terms.phrases)
        return plain and self._numbers.seen > 0

    def found(self, *, similar: bool) -> Query:
        """Documents with a word of the question; if `similar`, also those with half of its pieces."""
        others = [
            self._whole(alternative)
            for expansion in self._terms.expansions
            for alternative in expansion.alternatives
        ]
        found = either(any_of(self._stems, _all_stems(self._terms.words)), *others)
        grams = {gram for term in self._terms.content_words for gram in term.grams}
        least = math.ceil(SIMILAR_GRAM_SHARE * len(grams))
        if not similar or len(self._numbers.grams) < least:
            return found
        pieces = {
            "bool": {
                "should": [{"term": {"grams": gram}} for gram in self._numbers.grams],
                "minimum_should_match": least,
            }
        }
        return either(found, pieces)

    def scored(self, *, similar: bool) -> Query:
        """What is found, with its score."""
        limit = LENGTH_LIMIT * self._numbers.mean_length
        return {
            "function_score": {
                "query": {
                    "bool": {
                        "filter": [self.found(similar=similar)],
                        "should": [
                            *self._words(),
                            *self._presence(),
                            *self._pairs(),
                            *self._grams(),
                        ],
                    }
                },
                "functions": [
                    {
                        "filter": {"range": {"length": {"lt": limit}}},
                        "field_value_factor": {"field": "length_power"},
                    },
                    {
                        "filter": {"range": {"length": {"gte": limit}}},
                        "weight": limit**LENGTH_EXPONENT,
                    },
                ],
            }
        }

    def strong(self) -> Query:
        """Documents that cover enough of the content words and have what is required."""
        words = self._terms.content_words
        weights = [term.share * self._numbers.idf(term) for term in words]
        having = [self._covering(term) for term in words]
        coverage = {
            "function_score": {
                "query": either(*having),
                "functions": [
                    {"filter": query, "weight": weight / sum(weights)}
                    for query, weight in zip(having, weights, strict=True)
                ],
                "score_mode": "sum",
                "boost_mode": "replace",
                "min_score": STRONG_COVERAGE - _TOLERANCE,
            }
        }
        return all_of(having[0] if len(words) == 1 else coverage, *self.required())

    def required(self) -> list[Query]:
        """What numbers and phrases of the question ask of a strong hit."""
        numbers = [term for term in self._terms.words if term.is_number]
        return [
            *(self.having(term) for term in numbers),
            *(phrase_in(self._forms, phrase) for phrase in self._terms.phrases),
        ]

    def having(self, term: Term) -> Query:
        """Documents that have a word itself; an exact word only in the form that was typed."""
        return having(self._stems, self._forms, term)

    def _covering(self, term: Term) -> Query:
        """Documents that have a word or what may stand for it."""
        return either(self.having(term), *self._alternatives(term))

    def _alternatives(self, term: Term) -> list[Query]:
        """Documents that have all words of what may stand for a word."""
        return [
            self._whole(alternative)
            for expansion in self._terms.expansions
            if term in expansion.terms
            for alternative in expansion.alternatives
        ]

    def _whole(self, alternative: Iterable[Term]) -> Query:
        """Documents that have all words of one expression that may stand for another."""
        return all_of(*(self.having(term) for term in alternative))

    def _words(self) -> Iterator[Query]:
        expanded = {term for expansion in self._terms.expansions for term in expansion.terms}
        for term in self._terms.words:
            if term not in expanded:
                yield self._word(term)
            rarity = term.weight * self._numbers.idf(term)
            form = {"term": {self._forms: term.form}}
            yield _constant(form, EXACT_FORM_WEIGHT * rarity)
            if term.spelling != term.form:
                letters = {"term": {"spellings": term.spelling}}
                yield _constant(letters, EXACT_SPELLING_WEIGHT * rarity)
        for expansion in self._terms.expansions:
            own = [self._word(term) for term in expansion.terms]
            yield {
                "dis_max": {"queries": [{"bool": {"should": own}}, *self._standing_in(expansion)]}
            }

    def _standing_in(self, expansion: Expansion) -> Iterator[Query]:
        """What may stand for an expression, scored; of more words than it has the mean counts."""
        for alternative in expansion.alternatives:
            share = min(1.0, len(expansion.terms) / len(alternative))
            words = [self._word(term) for term in alternative]
            yield {"bool": {"must": words, "boost": SYNONYM_WEIGHT * share}}

    def _word(self, term: Term) -> Query:
        stems = [_term(self._stems, stem, term.weight) for stem in term.stems]
        filters = [{"term": {self._forms: term.form}}] if term.exact else []
        return {"bool": {"should": stems, "minimum_should_match": 1, "filter": filters}}

    def _presence(self) -> Iterator[Query]:
        for term in self._terms.content_words if self._terms.is_short else ():
            yield _constant(self._covering(term), PRESENCE_WEIGHT * self._numbers.idf(term))

    def _pairs(self) -> Iterator[Query]:
        for pair in self._terms.pairs:
            rarity = self._numbers.idf_of_pair(pair)
            yield _constant(phrase_in(self._forms, pair), PAIR_WEIGHT * rarity)

    def _grams(self) -> Iterator[Query]:
        for gram in self._numbers.grams:
            yield _term("grams", gram, GRAM_WEIGHT)


def excluded(terms: Terms, scope: str) -> Query:
    """Documents with an excluded word."""
    return any_of(field_in("stems", scope), [stem for stems in terms.excluded for stem in stems])


def near(scored: Query, least: float) -> Query:
    """What has at least a score."""
    return {"function_score": {"query": scored, "min_score": least * (1 - _TOLERANCE)}}


def _term(field: str, token: str, boost: float) -> Query:
    return {"term": {field: {"value": token, "boost": boost}}}


def _constant(query: Query, value: float) -> Query:
    return {"constant_score": {"filter": query, "boost": value}}


def _all_stems(words: Iterable[Term]) -> list[str]:
    return list(dict.fromkeys(stem for term in words for stem in term.stems))
