"""The narrow facts of one document."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from sys import intern


@dataclass(frozen=True, slots=True)
class Entry:
    """One document. `published` in seconds since 1970, `length` in words.

    `title_key` sorts titles in the order of the Kazakh alphabet. Facets without a value are left out.
    Equal sets are one object: a bank of thousands has few different ones.
    """

    material: str
    language: str
    published: float
    length: int
    title_key: str
    facets: Mapping[str, frozenset[str]]
    visibility: frozenset[str]


def read_entry(connection: sqlite3.Connection, number: int) -> Entry:
    """The facts of the document of a row."""
    material, language, published, length, title_key, facets, visibility = connection.execute(
        "SELECT material, language, published, length, title_key, facets, visibility"
        " FROM documents WHERE id = ?",
        (number,),
    ).fetchone()
    return Entry(
        material=material,
        language=intern(language),
        published=published,
        length=length,
        title_key=title_key,
        facets={
            intern(facet): _shared(tuple(values))
            for facet, values in json.loads(facets).items()
            if values
        },
        visibility=_shared(tuple(json.loads(visibility))),
    )


@lru_cache(maxsize=1 << 15)
def _shared(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(values)
