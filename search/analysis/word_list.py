"""Many words in little memory, found whole and by their likeness to another.

The words of one length stand side by side in one string, in the order of the alphabet. For every
letter a mask says which of them have it: a word that differs by few mistakes lacks few of the
letters and has few others, and what passes is little enough to be compared letter by letter.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA


class Found(NamedTuple):
    """A word's number, and where it begins in all words written one after another."""

    number: int
    start: int


class WordList:
    """Distinct words, numbered by their length, then by the alphabet."""

    def __init__(self, words: Iterable[str]) -> None:
        by_length: dict[int, list[str]] = {}
        for word in words:
            by_length.setdefault(len(word), []).append(word)
        self._blocks: dict[int, _Block] = {}
        self._firsts = array("I")
        first = start = 0
        for length in sorted(by_length):
            block = _Block(first, start, length, sorted(by_length[length]))
            self._blocks[length] = block
            self._firsts.append(first)
            first += block.count
            start += block.count * length
        self._count = first

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        """All words in the order of their numbers."""
        for block in self._blocks.values():
            yield from map(block.word, range(block.count))

    def __contains__(self, word: str) -> bool:
        return self.find(word) is not None

    def find(self, word: str) -> Found | None:
        """Where the word stands, None if it is not there."""
        block = self._blocks.get(len(word))
        return block.find(word) if block else None

    def word(self, number: int) -> str:
        """The word of a number."""
        place = bisect_right(self._firsts, number) - 1
        block = list(self._blocks.values())[place]
        return block.word(number - block.first)

    def likely(self, word: str, forgiven: int) -> list[str]:
        """All words that differ from this one by so many mistakes, and some that differ by more."""
        lengths = range(len(word) - forgiven, len(word) + forgiven + 1)
        blocks = [self._blocks[length] for length in lengths if length in self._blocks]
        return [other for block in blocks for other in block.likely(word, forgiven)]

    def near(self, word: str, forgiven: int) -> list[tuple[str, int]]:
        """The words that differ from this one by 1 to `forgiven` mistakes, with their number.

        Letters missing, added, changed, or two neighbours exchanged count one each.
        """
        if not forgiven:
            return []
        found = process.extract(
            word,
            self.likely(word, forgiven),
            scorer=OSA.distance,
            score_cutoff=forgiven,
            limit=None,
        )
        return [(other, int(distance)) for other, distance, _ in found if distance]


class _Block:
    """The words of one length. `first` is the number of the first one, `start` where it begins."""

    def __init__(self, first: int, start: int, length: int, words: list[str]) -> None:
        self.first = first
        self.start = start
        self.count = len(words)
        self._length = length
        self._letters = "".join(words)

    def word(self, place: int) -> str:
        return self._letters[place * self._length : (place + 1) * self._length]

    def find(self, word: str) -> Found | None:
        place = bisect_left(range(self.count), word, key=self.word)
        if place == self.count or self.word(place) != word:
            return None
        return Found(self.first + place, self.start + place * self._length)

    def likely(self, word: str, forgiven: int) -> Iterator[str]:
        """Mistakes that make up for a difference in length neither lack nor add other letters."""
        longer = self._length - len(word)
        every = (1 << self.count) - 1
        having = self._having
        lacked = (every ^ having.get(letter, 0) for letter in set(word))
        passing = every & ~_in_more_than(forgiven - max(0, longer), lacked)
        if passing:
            added = (mask for letter, mask in having.items() if letter not in word)
            passing &= ~_in_more_than(forgiven - max(0, -longer), added)
        bits = f"{passing:b}"[::-1]
        place = bits.find("1")
        while place >= 0:
            yield self.word(place)
            place = bits.find("1", place + 1)

    @cached_property
    def _having(self) -> Mapping[str, int]:
        """For each letter the mask of the words that have it: bit n is the n-th word."""
        size = (self.count >> 3) + 1
        having: dict[str, bytearray] = {}
        for place in range(self.count):
            byte, bit = place >> 3, 1 << (place & 7)
            for letter in self.word(place):
                if letter not in having:
                    having[letter] = bytearray(size)
                having[letter][byte] |= bit
        return {letter: int.from_bytes(bits, "little") for letter, bits in having.items()}


def _in_more_than(most: int, masks: Iterable[int]) -> int:
    """The bits that are set in more than `most` of the masks."""
    reached = [0] * (most + 1)
    for mask in masks:
        for count in range(most, 0, -1):
            reached[count] |= reached[count - 1] & mask
        reached[0] |= mask
    return reached[most]
