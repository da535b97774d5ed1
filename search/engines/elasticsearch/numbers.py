"""How many documents there are, how long, and how many have each word: read before scoring.

The rarity of a word whose stem is not known for sure is that of all its stems together, which no query
of the server can reckon with by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from search.engines.elasticsearch.fields import field_in
from search.engines.elasticsearch.queries import (
    Query,
    all_of,
    any_of,
    either,
    having,
    phrase_in,
)
from search.engines.elasticsearch.server import Searching
from search.query import EVERYWHERE
from search.terms import Term, Terms
from search.weights import COMMONEST_GRAM_LEAST, COMMONEST_GRAM_SHARE, idf


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of the whole index. `having` counts, by form, the documents with a stem of that word.

    `pairs` counts the documents with neighbours of the question side by side. `grams` are the pieces
    of four letters of content words that are rare enough to say anything. `seen` counts the documents
    that the reader may see and that have a word of the question.
    """

    documents: int
    mean_length: float
    having: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    grams: tuple[str, ...]
    seen: int

    def idf(self, term: Term) -> float:
        """The rarity of a word."""
        return idf(self.documents, self.having[term.form])

    def idf_of_pair(self, pair: tuple[str, str]) -> float:
        """The rarity of neighbours side by side."""
        return idf(self.documents, self.pairs[pair])


def read_numbers(
    searching: Searching, index: str, terms: Terms, scope: str, limits: Query
) -> Numbers:
    """The numbers that scoring a question needs, in one request.

    `limits` are the documents that the reader may see.
    """
    stems = field_in("stems", scope)
    forms = field_in("forms", scope)
    words = {f"word {term.form}": having(stems, forms, term) for term in terms.words}
    pairs = {f"pair {' '.join(pair)}": phrase_in(forms, pair) for pair in terms.pairs}
    grams = {gram for term in terms.content_words for gram in term.grams}
    pieces = {f"gram {gram}": any_of("grams", (gram,)) for gram in sorted(grams)}
    if scope != EVERYWHERE:
        pieces = {}
    answer = searching.search(
        index,
        {
            "size": 0,
            "track_total_hits": True,
            "aggs": {
                "length": {"avg": {"field": "length"}},
                "tokens": {"filters": {"filters": {**words, **pairs, **pieces}}},
                "seen": {"filter": all_of(limits, either(*words.values()))},
            },
        },
    )
    counted = answer["aggregations"]["tokens"]["buckets"]
    documents = answer["hits"]["total"]["value"]
    limit = max(COMMONEST_GRAM_LEAST, int(COMMONEST_GRAM_SHARE * documents))
    return Numbers(
        documents=documents,
        mean_length=answer["aggregations"]["length"]["value"] or 1.0,
        having={term.form: counted[f"word {term.form}"]["doc_count"] for term in terms.words},
        pairs={pair: counted[f"pair {' '.join(pair)}"]["doc_count"] for pair in terms.pairs},
        grams=tuple(
            name.removeprefix("gram ") for name in pieces if 0 < counted[name]["doc_count"] <= limit
        ),
        seen=answer["aggregations"]["seen"]["doc_count"],
    )
