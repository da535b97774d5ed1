"""The Latin keys of many words, and which words have each."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from search.analysis.latin import latin_key
from search.analysis.word_list import WordList


class LatinKeys:
    """The keys of words, which the caller knows by the numbers given beside them."""

    def __init__(self, words: Sequence[str], numbers: Sequence[int]) -> None:
        keys = latin_key("\n".join(words)).split("\n") if words else []
        self._keys = WordList(set(keys))
        number_of = {key: number for number, key in enumerate(self._keys)}
        pairs = sorted((number_of[key], number) for key, number in zip(keys, numbers, strict=True))
        self._key_of = array("I", (key for key, _ in pairs))
        self._word_of = array("I", (word for _, word in pairs))

    def words_with(self, key: str) -> Sequence[int]:
        """The numbers of the words that have a key."""
        found = self._keys.find(key)
        if found is None:
            return ()
        first = bisect_left(self._key_of, found.number)
        return self._word_of[first : bisect_right(self._key_of, found.number, first)]

    def near(self, key: str) -> list[str]:
        """The keys that differ from this one by one mistake."""
        return [other for other, _ in self._keys.near(key, 1)]
