"""The words that can be found, as corrections look them up: by form, stem, Latin key and likeness."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from bilingual.folding import fold
from search.analysis import stopwords
from search.analysis.latin_keys import LatinKeys
from search.analysis.stems import possible_stems
from search.analysis.word_list import WordList

SHORTEST_CORRECTION = 3


class Vocabulary:
    """What documents say: folded forms, spellings that folding changes, and stems.

    `forms` and `spellings` (in lower case) come with the number of documents that have them; `stems` are
    those under which the words are indexed. A form is shown in the spelling that most documents have.
    Building takes time in proportion to the words, and some 60 bytes of memory for each; what only
    some corrections need is made when it is first needed.
    """

    def __init__(
        self, forms: Mapping[str, int], spellings: Mapping[str, int], stems: Iterable[str]
    ) -> None:
        self._forms = WordList(forms)
        self._stems = WordList(stems)
        self._documents = array("I", (forms[form] for form in self._forms))
        self._written = "".join(_as_most_write(forms, spellings, self._forms))

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    def forms(self) -> Iterator[str]:
        """All folded forms."""
        return iter(self._forms)

    def documents(self, form: str) -> int:
        """How many documents have a form."""
        found = self._forms.find(form)
        return self._documents[found.number] if found else 0

    def spelling(self, form: str) -> str:
        """How the form is written, in lower case: сабақ for сабак, if at least half write it so."""
        found = self._forms.find(form)
        return self._written[found.start : found.start + len(form)] if found else form

    def knows(self, word: str) -> bool:
        """Whether a word of lower case finds something: itself, or another form of it."""
        form = fold(word)
        if form in self._forms or stopwords.is_stop(form):
            return True
        return form.isalpha() and any(stem in self._stems for stem in possible_stems(word, form))

    def near(self, form: str, forgiven: int) -> list[tuple[str, int]]:
        """The forms that can correct another word, with how many mistakes they differ by."""
        return [
            (other, distance)
            for other, distance in self._forms.near(form, forgiven)
            if _can_correct(other)
        ]

    def with_latin_key(self, key: str) -> list[str]:
        """The folded forms that have this Latin key."""
        return [self._forms.word(number) for number in self._latin_keys.words_with(key)]

    def near_latin_keys(self, key: str) -> list[str]:
        """The Latin keys of other words that differ from this one by one mistake."""
        return self._latin_keys.near(key)

    @cached_property
    def _latin_keys(self) -> LatinKeys:
        cyrillic = [
            (form, number)
            for number, form in enumerate(self._forms)
            if _can_correct(form) and not form.isascii()
        ]
        return LatinKeys([form for form, _ in cyrillic], [number for _, number in cyrillic])


def _can_correct(form: str) -> bool:
    return len(form) >= SHORTEST_CORRECTION and form.isalpha()


def _as_most_write(
    forms: Mapping[str, int], spellings: Mapping[str, int], order: Iterable[str]
) -> Iterator[str]:
    """The spelling of each form, in a given order, if at least half of its documents have it.

    As long as the form: an accent that would lengthen it is not shown.
    """
    most: dict[str, tuple[int, str]] = {}
    for spelling, documents in spellings.items():
        form = fold(spelling)
        if len(spelling) == len(form):
            most[form] = max(most.get(form, (0, "")), (documents, spelling))
    for form in order:
        documents, spelling = most.get(form, (0, form))
        yield spelling if 2 * documents >= forms[form] else form
