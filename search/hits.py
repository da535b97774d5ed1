"""What a hit is. One definition, applied above every engine.

The order is by score alone. A strong hit covers at least half of the question's content words,
weighted by rarity, and has every number of the question. The list holds the strong hits and those that
score at least 0.6 of the best, or 0.4 where fewer than three hits are strong.
"""

from collections.abc import Iterable
from typing import NamedTuple

STRONG_COVERAGE = 0.5
NEAR_SCORE = 0.6
LOOSE_SCORE = 0.4
ENOUGH_STRONG = 3

# Scores that differ by less are equal: the newer material goes first.
SCORE_DIGITS = 6


class Candidate(NamedTuple):
    """A material (group of translations) that an engine found and the reader may see.

    `numbers` says whether it has every number of the question; `published` is in seconds since 1970.
    """

    group: str
    score: float
    strong: bool
    numbers: bool
    published: float


def least_score(best: float, strong: int) -> float:
    """The score from which on a candidate is a hit though not strong, beside so many strong ones."""
    return best * (NEAR_SCORE if strong >= ENOUGH_STRONG else LOOSE_SCORE)


def hits_among(candidates: Iterable[Candidate], by_date: bool) -> list[Candidate]:
    """The candidates that are hits, best first, or newest first."""
    found = list(candidates)
    if not found:
        return []
    strong = sum(candidate.strong for candidate in found)
    least = least_score(max(candidate.score for candidate in found), strong)
    hits = [
        candidate
        for candidate in found
        if candidate.strong
        or (candidate.score >= least and (candidate.numbers or not strong))
    ]
    return sorted(hits, key=_newest_first if by_date else _best_first)


def _best_first(candidate: Candidate) -> tuple[float, float, str]:
    return (-round(candidate.score, SCORE_DIGITS), -candidate.published, candidate.group)


def _newest_first(candidate: Candidate) -> tuple[float, str]:
    return (-candidate.published, candidate.group)
