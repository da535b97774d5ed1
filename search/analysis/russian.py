"""Stems of Russian words: Snowball's Russian algorithm, by PyStemmer, and three alternations.

Snowball takes endings off and leaves what changes before them: списк-а and список, карточек and
карточк-а, представл-ена and представ-ить, письм-о and писем keep two stems each.
"""

from functools import lru_cache
from threading import local

import Stemmer

from search.analysis.protection import NOTHING_PROTECTED, Protected


class _Stemmers(local):
    """One stemmer a thread: PyStemmer's objects must not be shared."""

    def __init__(self) -> None:
        self.russian = Stemmer.Stemmer("russian")


_stemmers = _Stemmers()


_LABIALS = "бвмпф"
_CONSONANTS = "бвгджзклмнпрстфхцчшщь"

# Shorter stems are words like срок, рубл, земл, in which nothing alternates.
_SHORTEST_ALTERNATING = 5


@lru_cache(maxsize=1 << 16)
def stem(form: str, protected: Protected = NOTHING_PROTECTED) -> str:
    """The stem of a folded word; not always the beginning of the word.

    That of a protected word is the word, and so it is for a form that is the word and an ending.
    """
    cut = str(_stemmers.russian.stemWord(form))
    for length in range(len(form), len(cut) - 1, -1) if protected else ():
        if form[:length] in protected:
            return form[:length]
    return _without_alternation(cut)


def _without_alternation(stem: str) -> str:
    """One stem for both: о or е dropped before к or ц, л after б в м п ф, ь before a last letter."""
    if len(stem) >= _SHORTEST_ALTERNATING:
        if stem[-1] in "кц" and stem[-2] in "ое" and stem[-3] in _CONSONANTS:
            stem = stem[:-2] + stem[-1]
        elif stem[-1] == "л" and stem[-2] in _LABIALS:
            stem = stem[:-1]
    if len(stem) >= _SHORTEST_ALTERNATING - 1 and stem[-2] == "ь":
        stem = stem[:-2] + stem[-1]
    return stem
