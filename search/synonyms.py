"""What a district has said of words: which mean the same, which are protected. Knows no database."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from search.analysis.protection import NOTHING_PROTECTED, Protected
from search.analysis.stems import possible_stems
from search.analysis.words import words

# Letters of an abbreviation at most; it is written in capitals.
LONGEST_ABBREVIATION = 6


class Match(NamedTuple):
    """A run of words of a question, and what means the same."""

    first: int
    length: int
    alternatives: tuple[str, ...]


class _Expression(NamedTuple):
    """A word or some words; of each the folded form and the stems. `group` holds it among others."""

    text: str
    keys: tuple[tuple[str, frozenset[str]], ...]
    exact: bool
    group: int


def is_abbreviation(text: str) -> bool:
    """Whether a synonym is matched by its very letters: СОЧ, БЖБ."""
    return text.isalpha() and text.isupper() and len(text) <= LONGEST_ABBREVIATION


class Thesaurus:
    """Groups of expressions, all of a group meaning the same; and the words that are never cut."""

    def __init__(
        self, groups: Iterable[Sequence[str]], protected: Protected = NOTHING_PROTECTED
    ) -> None:
        self.protected = protected
        self._groups: list[tuple[str, ...]] = []
        self._by_first_word: dict[str, list[_Expression]] = {}
        self.abbreviations: Set[str] = set()
        """Folded forms that are looked up by their very letters."""
        abbreviations = set()
        for number, group in enumerate(groups):
            self._groups.append(tuple(group))
            for text in group:
                found = list(words(text))
                if not found:
                    continue
                keys = tuple(
                    (word.form, frozenset(possible_stems(word.spelling, word.form, protected)))
                    for word in found
                )
                expression = _Expression(text, keys, is_abbreviation(text), number)
                if expression.exact:
                    abbreviations.add(found[0].form)
                for key in {keys[0][0], *keys[0][1]}:
                    self._by_first_word.setdefault(key, []).append(expression)
        self.abbreviations = frozenset(abbreviations)

    def matches(self, sought: Sequence[tuple[str, Sequence[str]]]) -> Iterator[Match]:
        """Every run among the words of a question, given as form and stems, that is an expression."""
        for first, (form, stems) in enumerate(sought):
            seen: set[tuple[str, int]] = set()
            for key in (form, *stems):
                for expression in self._by_first_word.get(key, ()):
                    name = (expression.text, expression.group)
                    if name not in seen and _stands_at(expression, sought, first):
                        seen.add(name)
                        others = self._groups[expression.group]
                        alternatives = tuple(text for text in others if text != expression.text)
                        yield Match(first, len(expression.keys), alternatives)


NO_SYNONYMS = Thesaurus(())


def _stands_at(
    expression: _Expression, sought: Sequence[tuple[str, Sequence[str]]], first: int
) -> bool:
    run = sought[first : first + len(expression.keys)]
    return len(run) == len(expression.keys) and all(
        form == key if expression.exact else not own.isdisjoint(stems)
        for (key, own), (form, stems) in zip(expression.keys, run, strict=True)
    )
