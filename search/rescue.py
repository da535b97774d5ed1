"""What is tried where the words as typed find too little: once, above every engine.

Corrections come in their order (keyboard layout, Latin key, spelling); the first that finds enough is
taken, else the one that finds most. At most one is told to the reader, who can always ask for the
words as typed.
"""

from collections.abc import Callable
from dataclasses import replace

from search.analysis.corrections import corrections
from search.analysis.vocabulary import Vocabulary
from search.engines.base import Engine
from search.hits import ENOUGH_STRONG
from search.query import SearchQuery, clean_text
from search.readers import Reader
from search.results import Correction, SearchResults


def rescued_search(
    engine: Engine, query: SearchQuery, reader: Reader, vocabulary: Callable[[], Vocabulary]
) -> SearchResults:
    """The answer to a question, or to what it was meant to say.

    A correction is applied only where the words as typed have no strong hit at all; where they have
    a few, one that has more is offered. `vocabulary` gives the words of public documents.
    """
    results = engine.search(query, reader)
    if not query.text or query.raw or results.strong_total >= ENOUGH_STRONG:
        return results

    def strong_hits_of(text: str) -> int:
        asked = SearchQuery(text=text, scope=query.scope, page_size=1)
        return engine.search(asked, reader, look=False).strong_total

    typed = strong_hits_of(query.text) if query.facets else results.strong_total
    if typed >= ENOUGH_STRONG:
        return results
    best, most = None, typed
    for kind, mended in corrections(query.text, vocabulary()):
        text = clean_text(mended)
        found = strong_hits_of(text)
        if found > most:
            best, most = Correction(kind, text, query.text, applied=typed == 0), found
        if found >= ENOUGH_STRONG:
            break
    if best is not None and best.applied:
        mended_results = engine.search(replace(query, text=best.text), reader, look=False)
        results = replace(mended_results, query=query, current=results.current)
    return replace(results, correction=best)
