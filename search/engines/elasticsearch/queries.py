"""Pieces that queries of the server are put together of."""

from collections.abc import Iterable, Mapping
from typing import Any

from search.terms import Term

Query = dict[str, Any]

# What tells which document a hit is: values kept in columns. Anything else, an id as well, would be read
# out of the whole text.
NAMES_ONLY: dict[str, Any] = {
    "_source": False,
    "stored_fields": "_none_",
    "docvalue_fields": ["key", "group", "language"],
}

STRONG = "strong"
"""The name of the query that tells strong hits."""


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


def without(query: Query, others: Query) -> Query:
    """Documents of a query with their score, but not those of the other one."""
    return {"bool": {"must": [query], "must_not": [others]}}


def named(query: Query | None, name: str) -> Query:
    """What tells the documents of a query from others and adds nothing to their score."""
    nothing: Query = {"match_none": {}}
    return {"constant_score": {"filter": query or nothing, "boost": 0, "_name": name}}


def is_named(hit: Mapping[str, Any], name: str) -> bool:
    """Whether a hit is among the documents of a query named so."""
    return name in hit.get("matched_queries", ())
