"""Stems of Russian words: Snowball's Russian algorithm, by PyStemmer."""

from functools import lru_cache
from threading import local

import Stemmer


class _Stemmers(local):
    """One stemmer a thread: PyStemmer's objects must not be shared."""

    def __init__(self) -> None:
        self.russian = Stemmer.Stemmer("russian")


_stemmers = _Stemmers()


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """The stem of a folded word."""
    return str(_stemmers.russian.stemWord(form))
