"""Texts found by the beginnings of their words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest


class PrefixIndex:
    """Texts, each given as its folded words; the order in which they come is that of the answers."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self._texts_with: dict[str, list[int]] = {}
        self._texts_beginning_with: dict[str, list[int]] = {}
        for number, words in enumerate(texts):
            for word in dict.fromkeys(words):
                self._texts_with.setdefault(word, []).append(number)
            if words:
                self._texts_beginning_with.setdefault(words[0], []).append(number)
        self._words = sorted(self._texts_with)

    def starting(self, typed: Sequence[str], most: int) -> list[int]:
        """The numbers of at most `most` texts in which every typed word begins a word.

        Texts whose first word begins with the first typed word go before the others.
        """
        if not typed:
            return []
        found = self._numbers(self._texts_with, typed[0])
        for word in typed[1:]:
            found &= self._numbers(self._texts_with, word)
        leading = found & self._numbers(self._texts_beginning_with, typed[0])
        best = nsmallest(most, leading)
        return best + nsmallest(most - len(best), found - leading)

    def _numbers(self, texts: dict[str, list[int]], prefix: str) -> set[int]:
        numbers: set[int] = set()
        for word in self._with_prefix(prefix):
            numbers.update(texts.get(word, ()))
        return numbers

    def _with_prefix(self, prefix: str) -> Iterator[str]:
        for place in range(bisect_left(self._words, prefix), len(self._words)):
            if not self._words[place].startswith(prefix):
                return
            yield self._words[place]
