"""Throwaway indexes for measuring: the very code of an engine, over documents of no database."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from search.analysis.protection import Protected
from search.documents import SearchDocument
from search.engines.embedded.trial import embedded_trial
from search.engines.ranking import Ranking
from search.query import SearchQuery
from search.readers import Reader
from search.synonyms import Thesaurus


class Trial(Protocol):
    """An index that nobody else sees and that is gone when its context ends."""

    def add(self, documents: Iterable[SearchDocument], protected: Protected) -> None:
        """Index all documents, as the engine does in a rebuild; called once."""
        ...

    def rank(self, query: SearchQuery, reader: Reader, most: int, thesaurus: Thesaurus) -> Ranking:
        """The first `most` documents for a question, widened by synonyms."""
        ...


def elasticsearch_trial() -> AbstractContextManager[Trial]:
    """An index on the server of the settings; raises UnavailableError."""
    # The client takes 30 MB and a quarter of a second: only where it is used.
    from search.engines.elasticsearch import trial

    return trial.elasticsearch_trial()


TRIALS: Mapping[str, Callable[[], AbstractContextManager[Trial]]] = {
    "elasticsearch": elasticsearch_trial,
    "embedded": embedded_trial,
}
"""The engines that can be measured, by the name that serves to choose one."""
