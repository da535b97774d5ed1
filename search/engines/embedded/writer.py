"""Documents put into the tables of the embedded index, and taken out again."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bilingual.collation import sort_key
from search.analysis.grams import distinct_grams
from search.analysis.protection import Protected
from search.documents import PUBLIC, SearchDocument
from search.drift import digest
from search.engines.embedded.places import long_passages, place_number
from search.engines.embedded.vocabulary import Counted, count_public_words, counted_words
from search.prepare import BREAK, COLUMNS, TITLE, column_of, prepare, timestamp

# Leads the pieces of a title: it tells them from the same pieces of the text. See `gram_tokens`.
TITLE_GRAM = "t"

_Tokens = Sequence[tuple[str, str, str]]
"""Column, stems and forms of each passage."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What the full-text tables and the public words have of a document.

    `long` holds the stems of those passages that are looked up singly, by place.
    """

    number: int
    tokens: _Tokens
    spellings: str
    long: Mapping[int, str]
    is_public: bool

    def counted(self) -> Counted:
        """The words that count among the public ones."""
        if not self.is_public:
            return set()
        stems = (stems for _, stems, _ in self.tokens)
        forms = (forms for _, _, forms in self.tokens)
        return counted_words(stems, forms, self.spellings.split())


def put(
    connection: sqlite3.Connection,
    document: SearchDocument,
    generation: int,
    protected: Protected,
) -> None:
    """Index a document in place of what was indexed under its key."""
    before = _written(connection, document.key)
    if before is not None:
        _erase(connection, before)
    prepared = prepare(document, protected)
    spellings = " ".join(sorted(prepared.spellings))
    written = connection.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            before and before.number,
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
    now = _Written(
        number,
        [(passage.column, passage.stems, passage.forms) for passage in prepared.passages],
        spellings,
        long_passages(
            prepared.length, ((passage.field, passage.stems) for passage in prepared.passages)
        ),
        PUBLIC in document.visibility,
    )
    _write_tokens(connection, now, delete=False)
    count_public_words(connection, before.counted() if before else set(), now.counted())


def remove(connection: sqlite3.Connection, key: str) -> None:
    """Take a document out, if it is there."""
    before = _written(connection, key)
    if before is not None:
        _erase(connection, before)
        count_public_words(connection, before.counted(), set())


def _written(connection: sqlite3.Connection, key: str) -> _Written | None:
    """What was written of the document of a key, None if it is not there."""
    found = connection.execute(
        "SELECT id, length, spellings, visibility FROM documents WHERE key = ?", (key,)
    ).fetchone()
    if found is None:
        return None
    number, length, spellings, visibility = found
    rows = connection.execute(
        "SELECT field, section, stems, forms FROM passages WHERE document = ? ORDER BY place",
        (number,),
    ).fetchall()
    return _Written(
        number,
        [(column_of(field, section), stems, forms) for field, section, stems, forms in rows],
        spellings,
        long_passages(length, ((field, stems) for field, _, stems, _ in rows)),
        PUBLIC in json.loads(visibility),
    )


def _erase(connection: sqlite3.Connection, written: _Written) -> None:
    """Take a document out of all tables but the public words."""
    _write_tokens(connection, written, delete=True)
    connection.execute("DELETE FROM passages WHERE document = ?", (written.number,))
    connection.execute("DELETE FROM documents WHERE id = ?", (written.number,))


def gram_tokens(tokens: _Tokens) -> set[str]:
    """The pieces of all words, and once more, led by TITLE_GRAM, those of the title."""
    title: set[str] = set()
    rest: set[str] = set()
    for column, _, forms in tokens:
        (title if column == TITLE else rest).update(forms.split(" "))
    title_grams = distinct_grams(title - {BREAK})
    grams = title_grams | distinct_grams(rest - {BREAK})
    return grams | {TITLE_GRAM + gram for gram in title_grams}


def _write_tokens(connection: sqlite3.Connection, written: _Written, delete: bool) -> None:
    """Add the tokens of a row to the full-text tables, or tell the tables what to delete."""
    number, tokens = written.number, written.tokens
    stems = [_joined(stems for column, stems, _ in tokens if column == name) for name in COLUMNS]
    forms = [_joined(forms for column, _, forms in tokens if column == name) for name in COLUMNS]
    columns_of_text = ", ".join(COLUMNS)
    rows: list[tuple[str, int, tuple[str, ...]]] = [
        (f"stems (rowid, {columns_of_text}", number, tuple(stems)),
        (f"forms (rowid, {columns_of_text}, spellings", number, (*forms, written.spellings)),
        ("grams (rowid, pieces", number, (" ".join(sorted(gram_tokens(tokens))),)),
    ]
    rows += [
        ("long_passages (rowid, stems", place_number(number, place), (own,))
        for place, own in written.long.items()
    ]
    for target, row, values in rows:
        table = target.split(" ", 1)[0]
        columns = f"{target}, {table})" if delete else f"{target})"
        bound = (row, *values, *(["delete"] if delete else []))
        places = ", ".join("?" * len(bound))
        connection.execute(f"INSERT INTO {columns} VALUES ({places})", bound)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(texts)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
