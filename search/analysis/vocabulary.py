"""The words that can be found, as corrections look them up: by form, stem, Latin key and likeness."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from bilingual.folding import fold
from search.analysis import stopwords
from search.analysis.latin import latin_key
from search.analysis.stems import possible_stems

# Words with as many first letters in common may share a stem.
PREFIX = 3

SHORTEST_CORRECTION = 3


class Vocabulary:
    """Words with the number of documents that have them.

    `words` may hold both folded forms and spellings, in lower case, as an index keeps them; a form is
    shown in the spelling that most documents have. Building takes time in proportion to the words;
    what only some corrections need is made when it is first needed.
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        self.frequencies: dict[str, int] = {}
        """Documents by folded form."""
        self._spellings: dict[str, tuple[int, str]] = {}
        for word, documents in words.items():
            form = fold(word)
            if form == word:
                self.frequencies[form] = max(documents, self.frequencies.get(form, 0))
            else:
                self._spellings[form] = max(self._spellings.get(form, (0, "")), (documents, word))
                self.frequencies.setdefault(form, documents)

    def __contains__(self, form: str) -> bool:
        return form in self.frequencies

    def spelling(self, form: str) -> str:
        """How the form is written, in lower case: сабақ for сабак, if at least half write it so."""
        documents, word = self._spellings.get(form, (0, ""))
        return word if 2 * documents >= self.frequencies.get(form, 0) and word else form

    def knows(self, word: str) -> bool:
        """Whether a word of lower case finds something: itself, or another form of it."""
        form = fold(word)
        if form in self.frequencies or stopwords.is_stop(form):
            return True
        if len(form) < PREFIX or not form.isalpha():
            return False
        sought = set(possible_stems(word, form))
        return any(
            not sought.isdisjoint(possible_stems(self.spelling(other), other))
            for other in self._with_prefix(form[:PREFIX])
        )

    def with_latin_key(self, key: str) -> list[str]:
        """The folded forms that have this Latin key."""
        return self._by_latin_key.get(key, [])

    def of_length(self, length: int) -> list[str]:
        """The folded forms of so many letters, of those that can correct another word."""
        return self._by_length.get(length, [])

    def latin_keys_of_length(self, length: int) -> list[str]:
        """The Latin keys of so many letters."""
        return self._latin_keys_by_length.get(length, [])

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.frequencies)

    def _with_prefix(self, prefix: str) -> Iterator[str]:
        for place in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            if not self._sorted[place].startswith(prefix):
                return
            yield self._sorted[place]

    @cached_property
    def _correcting(self) -> list[str]:
        return [
            form for form in self.frequencies if len(form) >= SHORTEST_CORRECTION and form.isalpha()
        ]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        return _grouped_by_length(self._correcting)

    @cached_property
    def _by_latin_key(self) -> dict[str, list[str]]:
        by_key: dict[str, list[str]] = {}
        cyrillic = [form for form in self._correcting if not form.isascii()]
        if not cyrillic:
            return by_key
        keys = latin_key("\n".join(cyrillic)).split("\n")
        for key, form in zip(keys, cyrillic, strict=True):
            by_key.setdefault(key, []).append(form)
        return by_key

    @cached_property
    def _latin_keys_by_length(self) -> dict[int, list[str]]:
        return _grouped_by_length(self._by_latin_key)


def _grouped_by_length(words: Iterable[str]) -> dict[int, list[str]]:
    grouped: dict[int, list[str]] = {}
    for word in words:
        grouped.setdefault(len(word), []).append(word)
    return grouped
