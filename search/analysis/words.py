"""Words of a text with their places in it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bilingual.folding import COMBINING, INVISIBLE, fold, normalise

# A longer run of letters is no word; its beginning stands for it.
LONGEST_WORD = 64

# Letters and digits; signs that are not seen and accents belong to the word around them.
WORD = re.compile(rf"[^\W_]+(?:[{COMBINING}{INVISIBLE}]+[^\W_]*)*")


class Word(NamedTuple):
    """One word: `text[start:end]` is what the reader sees of it."""

    start: int
    end: int
    spelling: str
    """As written, in lower case, look-alike letters repaired."""
    form: str
    """The folded spelling: the same for қазақ and казак."""


def words(text: str) -> Iterator[Word]:
    """The words of the text in order; «ата-ана» is two, «5а» and «м95ал3м» are one each."""
    for match in WORD.finditer(text):
        spelling, form = _keys(match.group()[:LONGEST_WORD])
        if form:
            yield Word(match.start(), match.end(), spelling, form)


@lru_cache(maxsize=1 << 16)
def _keys(word: str) -> tuple[str, str]:
    return normalise(normalise(word).lower()), fold(word)
