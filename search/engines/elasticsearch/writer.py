"""Documents turned into what the index stores."""

from collections.abc import Iterable
from typing import Any

from bilingual.collation import sort_key
from search.analysis.grams import distinct_grams
from search.analysis.protection import Protected
from search.documents import SearchDocument
from search.drift import digest
from search.engines.elasticsearch.fields import SCOPED, facet_token, field_in
from search.engines.elasticsearch.passages import quotable
from search.prepare import BREAK, TITLE, Passage, PreparedDocument, prepare, timestamp
from search.weights import LENGTH_EXPONENT, TITLE_WEIGHT

# Occurrences of a word of the title: its weight. BM25 saturates the sum of them over all parts, as FTS5
# does over the columns of a row.
OCCURRENCES = {TITLE: int(TITLE_WEIGHT)}

# A piece of four letters in the title counts once more with the title's weight.
TITLE_GRAM_OCCURRENCES = int(1 + TITLE_WEIGHT)

# Fills a field up to a length in proportion to the document's number of words, which BM25 divides by.
# Weights and repetitions must not change a document's length; and a part of it is as long as the whole.
FILLING = "."
FILLED_STEMS = int(TITLE_WEIGHT)
FILLED_GRAMS = 8


def body_of(document: SearchDocument, protected: Protected) -> dict[str, Any]:
    """The fields of a document, see `mapping`."""
    prepared = prepare(document, protected)
    return {
        "key": document.key,
        "digest": digest(document),
        "group": document.group,
        "kind": document.kind,
        "language": document.language,
        "title_key": sort_key(document.title),
        "published": timestamp(document.published),
        "length": prepared.length,
        "length_power": max(prepared.length, 1) ** LENGTH_EXPONENT,
        "visibility": list(document.visibility),
        "facets": [
            facet_token(facet, value)
            for facet, values in document.facets.items()
            for value in values
        ],
        "display": document.display,
        **quotable(prepared.passages),
        "spellings": sorted(prepared.spellings),
        **_tokens(prepared),
    }


def _tokens(prepared: PreparedDocument) -> dict[str, Any]:
    columns: dict[str, list[Passage]] = {}
    for passage in prepared.passages:
        columns.setdefault(passage.column, []).append(passage)
    forms = {column: _joined(part.forms for part in own) for column, own in columns.items()}
    stems = {
        column: [stem for part in own for stem in part.stems.split()] * OCCURRENCES.get(column, 1)
        for column, own in columns.items()
    }
    words = prepared.length
    fields: dict[str, Any] = {
        "forms": list(forms.values()),
        "stems": _filled([stem for own in stems.values() for stem in own], FILLED_STEMS * words),
        "grams": _filled(_grams(prepared.passages), FILLED_GRAMS * words),
    }
    for scope in SCOPED:
        filled = OCCURRENCES.get(scope, 1) * words
        fields[field_in("stems", scope)] = _filled(stems.get(scope, []), filled)
        if scope in forms:
            fields[field_in("forms", scope)] = forms[scope]
    return fields


def _grams(passages: Iterable[Passage]) -> list[str]:
    title: set[str] = set()
    rest: set[str] = set()
    for passage in passages:
        (title if passage.field == TITLE else rest).update(passage.forms.split())
    in_title = distinct_grams(title - {BREAK})
    others = distinct_grams(rest - {BREAK}) - in_title
    return sorted(others) + sorted(in_title) * TITLE_GRAM_OCCURRENCES


def _filled(tokens: list[str], length: int) -> str:
    return _joined([*tokens, *[FILLING] * (length - len(tokens))])


def _joined(texts: Iterable[str]) -> str:
    return " ".join(texts)
