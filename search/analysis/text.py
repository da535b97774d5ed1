"""A whole text analysed: every word with its place, its form and its stem."""

from typing import NamedTuple

from search.analysis.protection import NOTHING_PROTECTED, Protected
from search.analysis.stems import stem
from search.analysis.words import words


class Token(NamedTuple):
    """One analysed word; see `words.Word` for the first four."""

    start: int
    end: int
    spelling: str
    form: str
    stem: str


def analyse(text: str, language: str, protected: Protected = NOTHING_PROTECTED) -> list[Token]:
    """The tokens of a text of `language` ("kk", "ru", or another, whose words are not stemmed)."""
    return [
        Token(*word, stem(word.spelling, word.form, language, protected)) for word in words(text)
    ]
