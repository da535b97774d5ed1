"""The whole order that an engine gives to documents, for measuring it."""

from typing import NamedTuple


class Ranking(NamedTuple):
    """What an engine makes of one question.

    `keys` and `scores` are the whole order by score, of all documents in which anything was found,
    cut at the length asked for. `shown` are those of `keys` that the list of hits holds (see
    `search.hits`), in the same order, and `strong` those of `shown` that are strong hits.
    """

    keys: list[str]
    scores: list[float]
    shown: list[str]
    strong: list[str]
