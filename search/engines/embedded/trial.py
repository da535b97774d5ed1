"""A throwaway embedded index, see `search.engines.trials`."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from search.analysis.protection import Protected
from search.documents import SearchDocument
from search.engines.embedded.answering import ranked
from search.engines.embedded.catalogue import Catalogue
from search.engines.embedded.store import Store
from search.engines.embedded.upkeep import optimise
from search.engines.embedded.writer import put
from search.engines.ranking import Ranking
from search.query import SearchQuery
from search.readers import Reader
from search.synonyms import Thesaurus

PATIENCE = 60.0


@contextmanager
def embedded_trial() -> "Iterator[EmbeddedTrial]":
    """An index in a temporary folder."""
    with TemporaryDirectory(prefix="search-trial-") as folder:
        trial = EmbeddedTrial(Path(folder) / "index.sqlite3")
        yield trial
        trial.close()


class EmbeddedTrial:
    """See `search.engines.trials.Trial`."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path)
        self._catalogue = Catalogue()

    def add(self, documents: Iterable[SearchDocument], protected: Protected) -> None:
        with self._store.writing(PATIENCE) as connection:
            connection.execute("UPDATE state SET generation = generation + 1")
            (generation,) = connection.execute("SELECT generation FROM state").fetchone()
            for document in documents:
                put(connection, document, generation, protected)
            optimise(connection)

    def rank(self, query: SearchQuery, reader: Reader, most: int, thesaurus: Thesaurus) -> Ranking:
        with self._store.reading() as connection:
            snapshot = self._catalogue.snapshot(connection)
            return ranked(connection, snapshot, query, reader, most, thesaurus)

    def close(self) -> None:
        self._store.close()
