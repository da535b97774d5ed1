"""The words of a question, as an engine looks them up. The same for every engine."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from search.analysis import stopwords
from search.analysis.grams import grams
from search.analysis.stems import possible_stems
from search.analysis.words import Word, words
from search.synonyms import NO_SYNONYMS, Thesaurus
from search.weights import MOST_WORDS_OF_SHORT

# More words than this say nothing more about what is sought, and cost time each.
MOST_WORDS = 24

# Permanent numbers of materials are written with so many digits at least.
DIGITS_OF_NUMBERS = 4

_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_QUOTES = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")
_EXCLUDED = re.compile(r"(?:^|(?<=\s))[-−](?=\w)(\S+)")


@dataclass(frozen=True, slots=True)
class Term:
    """One word that is sought: its folded form and the stems that may be its own.

    `share` is below 1 for the parts of a hyphenated word: in what a hit covers they count as one word.
    `exact` words are sought by their form, not by their stem. `weight` is below 1 for stop words.
    `spelling` differs from the form where the reader typed letters that folding changes.
    """

    spelling: str
    form: str
    stems: tuple[str, ...]
    grams: tuple[str, ...]
    weight: float
    share: float = 1.0
    exact: bool = False

    @property
    def is_number(self) -> bool:
        """Whether the word is made of digits only: such a word must match."""
        return self.form.isdecimal()


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words of a question for which one of several other expressions may stand, all its words."""

    terms: tuple[Term, ...]
    alternatives: tuple[tuple[Term, ...], ...]


@dataclass(frozen=True)
class Terms:
    """A question taken apart. Words of phrases are among `words` too: they help the order.

    `phrases` are tuples of forms that must stand side by side; `excluded` lists, per excluded word, the
    stems that must not occur.
    """

    words: tuple[Term, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[tuple[str, ...], ...]
    expansions: tuple[Expansion, ...] = ()

    @cached_property
    def content_words(self) -> tuple[Term, ...]:
        """The words that a hit is judged by: all but stop words, or all if there are no others."""
        content = tuple(term for term in self.words if term.weight == 1)
        return content or self.words

    @property
    def is_short(self) -> bool:
        """Whether every word of the question is needed, and their order says something."""
        return len(self.content_words) <= MOST_WORDS_OF_SHORT

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The forms of neighbours in a short question."""
        if not self.is_short:
            return ()
        return tuple(pairwise(term.form for term in self.words))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems by which words are marked: of content words, and of what may stand for them."""
        marked = [*self.content_words]
        for expansion in self.expansions:
            marked += [term for alternative in expansion.alternatives for term in alternative]
        return frozenset(stem for term in marked for stem in term.stems)


def terms_of(text: str, thesaurus: Thesaurus = NO_SYNONYMS) -> Terms:
    """Take a question apart: words, "phrases", -excluded words. Anything else is no syntax."""
    phrases = tuple(
        phrase
        for quoted in _QUOTES.findall(text)
        if len(phrase := tuple(word.form for word in words(quoted))) > 1
    )
    outside = _QUOTES.sub(lambda quoted: f" {quoted.group(1)} ", text)
    excluded = tuple(
        tuple(
            stem
            for word in words(found)
            for stem in possible_stems(word.spelling, word.form, thesaurus.protected)
        )
        for found in _EXCLUDED.findall(outside)
    )
    terms = tuple(_terms(_EXCLUDED.sub(" ", outside), thesaurus))
    return Terms(terms, phrases, excluded, tuple(_expansions(terms, thesaurus)))


def _expansions(terms: tuple[Term, ...], thesaurus: Thesaurus) -> Iterator[Expansion]:
    for match in thesaurus.matches([(term.form, term.stems) for term in terms]):
        alternatives = []
        for text in match.alternatives:
            own = tuple(_terms(text, thesaurus))
            content = tuple(term for term in own if term.weight == 1)
            if own:
                alternatives.append(content or own)
        run = terms[match.first : match.first + match.length]
        yield Expansion(run, tuple(alternatives))


def _terms(text: str, thesaurus: Thesaurus) -> Iterator[Term]:
    seen: set[str] = set()
    parts = _parts_of_words(text)
    for word in words(text):
        if word.form in seen:
            continue
        if len(seen) == MOST_WORDS:
            return
        seen.add(word.form)
        yield Term(
            spelling=word.spelling,
            form=word.form,
            stems=_stems(word, thesaurus),
            grams=grams(word.form),
            weight=stopwords.WEIGHT if stopwords.is_stop(word.form) else 1.0,
            share=1 / parts.get(word.start, 1),
            exact=word.form in thesaurus.abbreviations,
        )


def _stems(word: Word, thesaurus: Thesaurus) -> tuple[str, ...]:
    """The stems of a word; a number may be a permanent one without its leading zeros: № 199."""
    stems = possible_stems(word.spelling, word.form, thesaurus.protected)
    padded = word.form.zfill(DIGITS_OF_NUMBERS) if word.form.isdecimal() else word.form
    return stems if padded == word.form else (*stems, padded)


def _parts_of_words(text: str) -> dict[int, int]:
    """How many parts the hyphenated word has that the part at a place belongs to: ата-аналар has two."""
    parts = {}
    for match in _HYPHENATED.finditer(text):
        starts = [match.start() + word.start for word in words(match.group())]
        parts.update(dict.fromkeys(starts, len(starts)))
    return parts
