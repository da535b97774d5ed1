"""A judged set put through an engine over the portal's own documents, summed up by kind of question."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from search.documents import SearchDocument
from search.engines.trials import Trial
from search.evaluation.collection import Query
from search.evaluation.metrics import MEASURES, Judgements, means
from search.evaluation.trial_run import Progress, run
from search.synonyms import Thesaurus

MEASURED = ("nDCG@3", "hit@1", "nDCG@10")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a question found: materials by permanent address, best first.

    `shown` is the list that a reader gets, `strong` the number of strong hits in it, `ranked` the
    engine's order before the definition of a hit cuts it.
    """

    query: Query
    grades: Judgements
    shown: Sequence[str]
    ranked: Sequence[str]
    strong: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Means of `MEASURED` over the answered questions of a group, for the list as shown.

    `ranked` is nDCG@10 of the uncut order, `length` the median number of hits.
    """

    name: str
    queries: int
    measures: Mapping[str, float]
    ranked: float
    length: float


@dataclass(frozen=True, slots=True)
class JudgedRun:
    """Outcomes in the order of the questions; titles by permanent address."""

    outcomes: Sequence[Outcome]
    titles: Mapping[str, str]


def judge(
    trial: Trial,
    documents: Iterable[SearchDocument],
    queries: Sequence[Query],
    judged: Mapping[str, Judgements],
    progress: Progress,
    thesaurus: Thesaurus,
) -> JudgedRun:
    """Index the documents, ask every question, tell materials by their permanent address."""
    groups: dict[str, str] = {}
    titles: dict[str, str] = {}

    def noted() -> Iterator[SearchDocument]:
        for document in documents:
            groups[document.key] = document.group
            titles.setdefault(document.group, document.title)
            yield document

    done = run(trial, noted(), queries, progress, thesaurus)
    outcomes = []
    for query in queries:
        ranking = done.rankings[query.key]
        outcomes.append(
            Outcome(
                query=query,
                grades=judged.get(query.key, {}),
                shown=[groups[key] for key in ranking.shown],
                ranked=[groups[key] for key in ranking.keys],
                strong=len(ranking.strong),
            )
        )
    return JudgedRun(outcomes, titles)


def answered(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Those whose question some material answers."""
    return [one for one in outcomes if any(grade > 0 for grade in one.grades.values())]


def summaries(outcomes: Iterable[Outcome]) -> list[Summary]:
    """All answered questions, then those of each language, then those of each kind."""
    counted = answered(outcomes)
    groups: dict[str, list[Outcome]] = {"all": counted}
    for name in ("language", "kind"):
        for outcome in counted:
            groups.setdefault(getattr(outcome.query, name), []).append(outcome)
    return [_summary(name, group) for name, group in groups.items() if group]


def failures(outcomes: Iterable[Outcome], most: int) -> list[tuple[float, Outcome]]:
    """The answered questions with the least nDCG@3, the least first, each with its figure."""
    measure = MEASURES["nDCG@3"]
    valued = [(measure(one.shown, one.grades), one) for one in answered(outcomes)]
    return sorted(valued, key=lambda pair: pair[0])[:most]


def _summary(name: str, outcomes: Sequence[Outcome]) -> Summary:
    judged = {one.query.key: one.grades for one in outcomes}
    shown = {one.query.key: one.shown for one in outcomes}
    ranked = {one.query.key: one.ranked for one in outcomes}
    return Summary(
        name=name,
        queries=len(outcomes),
        measures=means(shown, judged, {name: MEASURES[name] for name in MEASURED}),
        ranked=means(ranked, judged, {"nDCG@10": MEASURES["nDCG@10"]})["nDCG@10"],
        length=median(len(one.shown) for one in outcomes),
    )
