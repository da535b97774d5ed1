"""Documents put into the tables of the embedded index, and taken out again."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from bilingual.collation import sort_key
from search.analysis.grams import distinct_grams
from search.analysis.protection import Protected
from search.documents import SearchDocument
from search.drift import digest
from search.prepare import BREAK, COLUMNS, TITLE, Passage, column_of, prepare, timestamp

# Leads the pieces of a title: it tells them from the same pieces of the text. See `gram_tokens`.
TITLE_GRAM = "t"

_Tokens = Sequence[tuple[str, str, str]]
"""Column, stems and forms of each passage."""


def put(
    connection: sqlite3.Connection,
    document: SearchDocument,
    generation: int,
    protected: Protected,
) -> None:
    """Index a document in place of what was indexed under its key."""
    row = remove(connection, document.key)
    prepared = prepare(document, protected)
    spellings = " ".join(sorted(prepared.spellings))
    written = connection.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row,
            document.key,
            generation,
            document.group,
            document.kind,
            document.language,
            timestamp(document.published),
            prepared.length,
            _json({facet: list(values) for facet, values in document.facets.items()}),
            _json(list(document.visibility)),
            _json(document.display),
            spellings,
            sort_key(document.title),
            digest(document),
        ),
    )
    number = written.lastrowid
    assert number is not None
    connection.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                place,
                passage.field,
                passage.section,
                passage.language,
                _json(dict(passage.label)),
                passage.text,
                passage.starts.tobytes(),
                passage.stems,
                passage.forms,
            )
            for place, passage in enumerate(prepared.passages)
        ),
    )
    tokens = [_tokens(passage) for passage in prepared.passages]
    _write_tokens(connection, number, tokens, spellings, delete=False)


def remove(connection: sqlite3.Connection, key: str) -> int | None:
    """Take a document out; returns the number of its row, None if it was not there."""
    found = connection.execute("SELECT id, spellings FROM documents WHERE key = ?", (key,))
    row = found.fetchone()
    if row is None:
        return None
    number, spellings = row
    tokens = [
        (column_of(field, section), stems, forms)
        for field, section, stems, forms in connection.execute(
            "SELECT field, section, stems, forms FROM passages WHERE document = ? ORDER BY place",
            (number,),
        )
    ]
    _write_tokens(connection, number, tokens, spellings, delete=True)
    connection.execute("DELETE FROM passages WHERE document = ?", (number,))
    connection.execute("DELETE FROM documents WHERE id = ?", (number,))
    return int(number)


def gram_tokens(tokens: _Tokens) -> set[str]:
    """The pieces of all words, and once more, led by TITLE_GRAM, those of the title."""
    title: set[str] = set()
    rest: set[str] = set()
    for column, _, forms in tokens:
        (title if column == TITLE else rest).update(forms.split(" "))
    title_grams = distinct_grams(title - {BREAK})
    grams = title_grams | distinct_grams(rest - {BREAK})
    return grams | {TITLE_GRAM + gram for gram in title_grams}


def _write_tokens(
    connection: sqlite3.Connection, number: int, tokens: _Tokens, spellings: str, delete: bool
) -> None:
    """Add the tokens of a row to the full-text tables, or tell the tables what to delete."""
    stems = [_joined(stems for column, stems, _ in tokens if column == name) for name in COLUMNS]
    forms = [_joined(forms for column, _, forms in tokens if column == name) for name in COLUMNS]
    columns_of_text = ", ".join(COLUMNS)
    rows: dict[str, tuple[str, ...]] = {
        f"stems (rowid, {columns_of_text}": tuple(stems),
        f"forms (rowid, {columns_of_text}, spellings": (*forms, spellings),
        "grams (rowid, pieces": (" ".join(sorted(gram_tokens(tokens))),),
    }
    for target, values in rows.items():
        table = target.split(" ", 1)[0]
        columns = f"{target}, {table})" if delete else f"{target})"
        bound = (number, *values, *(["delete"] if delete else []))
        places = ", ".join("?" * len(bound))
        connection.execute(f"INSERT INTO {columns} VALUES ({places})", bound)


def _tokens(passage: Passage) -> tuple[str, str, str]:
    return (passage.column, passage.stems, passage.forms)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(texts)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
