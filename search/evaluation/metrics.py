"""Measures of a ranking against graded judgements.

A ranking is a sequence of document keys, best first; judgements give a document's grade, of which 0
means irrelevant and what is not judged counts as 0. All measures lie between 0 and 1. The gain of a
document is its grade and the discount log2(rank + 1), as in trec_eval and BEIR.
"""

from collections.abc import Callable, Mapping, Sequence
from math import log2

Judgements = Mapping[str, int]
Measure = Callable[[Sequence[str], Judgements], float]


def ndcg(ranking: Sequence[str], judgements: Judgements, depth: int) -> float:
    """Discounted cumulative gain of the first `depth`, that of the ideal order being 1."""
    ideal = sorted((grade for grade in judgements.values() if grade > 0), reverse=True)
    best = _gain(ideal[:depth])
    return _gain([judgements.get(key, 0) for key in ranking[:depth]]) / best if best else 0.0


def reciprocal_rank(ranking: Sequence[str], judgements: Judgements, depth: int) -> float:
    """1 / the rank of the first relevant document, 0 where the first `depth` have none."""
    for rank, key in enumerate(ranking[:depth], start=1):
        if judgements.get(key, 0) > 0:
            return 1 / rank
    return 0.0


def recall(ranking: Sequence[str], judgements: Judgements, depth: int) -> float:
    """The share of the relevant documents that stand among the first `depth`."""
    relevant = {key for key, grade in judgements.items() if grade > 0}
    return len(relevant.intersection(ranking[:depth])) / len(relevant) if relevant else 0.0


def hit(ranking: Sequence[str], judgements: Judgements, depth: int) -> float:
    """1 where a relevant document stands among the first `depth`, else 0."""
    return float(any(judgements.get(key, 0) > 0 for key in ranking[:depth]))


MEASURES: Mapping[str, Measure] = {
    "nDCG@10": lambda ranking, judgements: ndcg(ranking, judgements, 10),
    "MRR@10": lambda ranking, judgements: reciprocal_rank(ranking, judgements, 10),
    "recall@100": lambda ranking, judgements: recall(ranking, judgements, 100),
    "hit@10": lambda ranking, judgements: hit(ranking, judgements, 10),
    "nDCG@3": lambda ranking, judgements: ndcg(ranking, judgements, 3),
    "hit@1": lambda ranking, judgements: hit(ranking, judgements, 1),
}
"""What is reported, by its usual name, in the order of the report."""


def means(
    rankings: Mapping[str, Sequence[str]],
    judged: Mapping[str, Judgements],
    measures: Mapping[str, Measure] = MEASURES,
) -> dict[str, float]:
    """Each measure's mean over the queries of `judged` that have a relevant document.

    A query without a ranking counts as one that found nothing. Empty where no query can be judged.
    """
    counted = [
        (rankings.get(query, ()), judgements)
        for query, judgements in judged.items()
        if any(grade > 0 for grade in judgements.values())
    ]
    if not counted:
        return {}
    return {
        name: sum(measure(ranking, judgements) for ranking, judgements in counted) / len(counted)
        for name, measure in measures.items()
    }


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / log2(rank + 1) for rank, grade in enumerate(grades, start=1))
