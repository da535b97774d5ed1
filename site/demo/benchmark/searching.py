"""What the search costs by itself, outside of pages."""

import time
from collections.abc import Callable, Sequence

from django.test import RequestFactory
from django.utils import translation

from search import sources
from search.analysis.corrections import corrections
from search.engines.base import Engine
from search.engines.serving import vocabulary
from search.engines.trials import TRIALS
from search.filters import FACETS
from search.prepare import prepare
from search.query import SearchQuery
from search.readers import Reader
from search.suggestions import suggest
from search.synonym_records import current_thesaurus

# Facets that a page of the search counts.
COUNTED = tuple(FACETS)[:6]

# Words of a document in the bar for indexing, and documents that are indexed to measure it.
WORDS = 800
INDEXED = 40

TYPED = "ур"
MISTYPED = "атестация педагогв"


def cpu_of(work: Callable[[], object], repeated: int = 5) -> float:
    """CPU milliseconds of this process for some work."""
    start = time.process_time()
    for _ in range(repeated):
        work()
    return 1000 * (time.process_time() - start) / repeated


def search_in(engine: Engine, text: str, language: str = "ru") -> Callable[[], object]:
    """A search with six facets counted and ten marked hits."""
    query, reader = SearchQuery(text=text, counted=COUNTED), Reader(language)
    return lambda: engine.search(query, reader)


def waiting(work: Callable[[], object]) -> float:
    """Milliseconds in which this process waits for another, as for the server of an engine."""
    wall, cpu = time.monotonic(), time.process_time()
    work()
    return 1000 * (time.monotonic() - wall - (time.process_time() - cpu))


def suggesting() -> object:
    """Suggestions for two letters, as the box of the search asks for them."""
    with translation.override("ru"):
        return suggest(RequestFactory().get("/ru/search/suggestions/", {"q": TYPED}))


def correcting() -> object:
    """What two mistyped words may have meant, with a look whether the words have changed."""
    return corrections(MISTYPED, vocabulary())


def words_to_correct_by() -> int:
    """How many words corrections may lead to."""
    return sum(1 for _ in vocabulary().forms())


def most_frequent_words(most: int) -> Sequence[str]:
    """The words that most public documents have."""
    words = vocabulary()
    return sorted(words.forms(), key=words.documents, reverse=True)[:most]


def indexing(engine: str) -> float:
    """CPU milliseconds for a document of 800 words, analysed and written into a throwaway index."""
    protected = current_thesaurus().protected
    documents = list(sources.documents(sorted(sources.all_keys())[:INDEXED]))
    length = sum(prepare(document, protected).length for document in documents)
    with TRIALS[engine]() as trial:
        return cpu_of(lambda: trial.add(documents, protected), 1) * WORDS / length
