"""A collection put through an engine: rankings of its questions and what that cost."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from search.documents import SearchDocument
from search.engines.ranking import Ranking
from search.engines.trials import Trial
from search.evaluation.collection import Query
from search.query import SearchQuery, clean_text
from search.readers import Reader
from search.synonyms import NO_SYNONYMS, Thesaurus

# Hits taken per question: recall is measured as deep as this.
DEPTH = 100

# Progress is told this often.
STRIDE = 1_000

Progress = Callable[[str, int], None]
"""Called with what is being counted and how many there are so far."""


@dataclass(slots=True)
class TrialRun:
    """Rankings by key of the question; costs in seconds of this process' CPU time.

    The queries' cost is that of finding and ordering; no snippets are cut. What a server of its own
    spends is not in it.
    """

    documents: int = 0
    indexing_seconds: float = 0.0
    query_seconds: float = 0.0
    rankings: dict[str, Ranking] = field(default_factory=dict)


def run(
    trial: Trial,
    documents: Iterable[SearchDocument],
    queries: Sequence[Query],
    progress: Progress,
    thesaurus: Thesaurus = NO_SYNONYMS,
) -> TrialRun:
    """Index the documents, then ask every question as a reader of its language."""
    done = TrialRun()
    started = time.process_time()
    trial.add(_counted(documents, done, progress), thesaurus.protected)
    done.indexing_seconds = time.process_time() - started
    started = time.process_time()
    for number, query in enumerate(queries, start=1):
        asked = SearchQuery(text=clean_text(query.text))
        done.rankings[query.key] = trial.rank(asked, Reader(query.language), DEPTH, thesaurus)
        if number % STRIDE == 0 or number == len(queries):
            progress("queries", number)
    done.query_seconds = time.process_time() - started
    return done


def _counted(
    documents: Iterable[SearchDocument], done: TrialRun, progress: Progress
) -> Iterator[SearchDocument]:
    for document in documents:
        yield document
        done.documents += 1
        if done.documents % STRIDE == 0:
            progress("documents", done.documents)
