"""What a hit is, and the order of hits. One definition, applied above every engine.

The order is by score alone. A strong hit covers at least half of the question's content words,
weighted by rarity, and has every number and every quoted phrase of the question. The list holds the
strong hits and those that score at least 0.6 of the best, or 0.4 where fewer than three are strong.
"""

from collections.abc import Mapping, Set
from typing import TypeVar

STRONG_COVERAGE = 0.5
NEAR_SCORE = 0.6
LOOSE_SCORE = 0.4
ENOUGH_STRONG = 3

# Scores that differ by less are equal: the newer material goes first.
SCORE_DIGITS = 6

# Shares of coverage are sums of floats: a half stays a half.
TOLERANCE = 1e-9

Found = TypeVar("Found", int, str)
"""However an engine names a document."""


def strong_hits(coverage: Mapping[Found, float], required: Set[Found] | None) -> set[Found]:
    """Those that cover enough of the content words (shares from 0 to 1).

    `required` are those that have every number and phrase of the question, None if it has none.
    """
    strong = {found for found, share in coverage.items() if share >= STRONG_COVERAGE - TOLERANCE}
    return strong if required is None else strong & required


def hits_among(
    scores: Mapping[Found, float],
    strong: Set[Found],
    required: Set[Found] | None,
    strong_total: int,
) -> list[Found]:
    """Those of all that were found which are hits, in no order.

    `strong_total` counts the materials among the strong ones: a material and its translations once.
    Beside a strong hit, none is shown that lacks a number or a phrase of the question.
    """
    least = max(scores.values(), default=0.0)
    least *= NEAR_SCORE if strong_total >= ENOUGH_STRONG else LOOSE_SCORE
    hits = [found for found, score in scores.items() if score >= least or found in strong]
    if strong and required is not None:
        return [found for found in hits if found in required]
    return hits


def best_first(
    scores: Mapping[Found, float], recency: Mapping[Found, int], most: int
) -> list[Found]:
    """The first `most` in the order of scores; equal ones by `recency`, which is 0 for the newest."""
    least = sorted(scores.values(), reverse=True)[:most][-1:]
    rows = [
        (-round(score, SCORE_DIGITS), recency[found], found)
        for found, score in scores.items()
        if score >= least[0] - 10**-SCORE_DIGITS
    ]
    rows.sort()
    return [found for _, _, found in rows[:most]]
