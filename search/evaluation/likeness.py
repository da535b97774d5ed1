"""How alike two engines rank the same questions."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

DEPTH = 10

Ordered = Sequence[str]
"""Keys of documents, best first."""


class Likeness(NamedTuple):
    """`overlap`: the mean share that the first DEPTH have in common; `same_first`: the share of
    questions with the same first hit. Two empty lists are alike.
    """

    overlap: float
    same_first: float


def likeness(pairs: Iterable[tuple[Ordered, Ordered]]) -> Likeness:
    """Compare the lists of two engines, a pair a question; ValueError without any pair."""
    overlaps, firsts = [], []
    for one, other in pairs:
        longest = max(len(one[:DEPTH]), len(other[:DEPTH]))
        common = len(set(one[:DEPTH]).intersection(other[:DEPTH]))
        overlaps.append(common / longest if longest else 1.0)
        firsts.append(one[:1] == other[:1])
    if not overlaps:
        raise ValueError("No question to compare by.")
    return Likeness(sum(overlaps) / len(overlaps), sum(firsts) / len(firsts))
