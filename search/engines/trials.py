"""Throwaway indexes for measuring: the very code of an engine, over documents of no database."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from search.documents import SearchDocument
from search.engines.embedded.trial import embedded_trial
from search.engines.ranking import Ranking
from search.query import SearchQuery
from search.readers import Reader


class Trial(Protocol):
    """An index that nobody else sees and that is gone when its context ends."""

    def add(self, documents: Iterable[SearchDocument]) -> None:
        """Index all documents, as the engine does in a rebuild; called once."""
        ...

    def rank(self, query: SearchQuery, reader: Reader, most: int) -> Ranking:
        """The first `most` documents for a question."""
        ...


TRIALS: Mapping[str, Callable[[], AbstractContextManager[Trial]]] = {"embedded": embedded_trial}
"""The engines that can be measured, by the name that serves to choose one."""
