"""Pieces that queries of the server are put together of."""

from collections.abc import Iterable
from typing import Any

from search.terms import Term

Query = dict[str, Any]


def having(stems: str, forms: str, term: Term) -> Query:
    """Documents that have a word in a field of stems; an exact word also in that of forms."""
    found = any_of(stems, term.stems)
    return all_of(found, {"term": {forms: term.form}}) if term.exact else found


def phrase_in(forms: str, phrase: Iterable[str]) -> Query:
    """Documents with words side by side in a field of forms."""
    return {"match_phrase": {forms: " ".join(phrase)}}


def any_of(field: str, tokens: Iterable[str]) -> Query:
    """Documents with one of the tokens."""
    return {"terms": {field: list(tokens)}}


def either(*queries: Query) -> Query:
    """Documents of one of the queries."""
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}


def all_of(*queries: Query) -> Query:
    """Documents of all of the queries, without score."""
    return {"bool": {"filter": list(queries)}}
