"""What an embedded index holds, in a form in which two of them can be compared."""

import sqlite3
from pathlib import Path
from typing import Any

from search.engines.embedded.engine import EmbeddedEngine

OWN = {"id", "generation", "document"}


def content_of(engine: EmbeddedEngine) -> dict[str, Any]:
    """Return documents and passages by key, and every term with its counts; rows' numbers are left out."""
    with engine._store.reading() as connection:
        keys = dict(connection.execute("SELECT id, key FROM documents"))
        found: dict[str, Any] = {
            "documents": {row["key"]: _plain(row) for row in _rows(connection, "documents")},
            "passages": {
                (keys[row["document"]], row["place"]): _plain(row)
                for row in _rows(connection, "passages")
            },
        }
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5(%'"
        ).fetchall()
        for (table,) in tables:
            view = f"temp.terms_of_{table}"
            connection.execute(f"DROP TABLE IF EXISTS {view}")
            connection.execute(f"CREATE VIRTUAL TABLE {view} USING fts5vocab(main, {table}, row)")
            found[table] = set(connection.execute(f"SELECT term, doc, cnt FROM {view}"))
            connection.execute(f"DROP TABLE {view}")
        return found


def made_anew(path: Path) -> dict[str, Any]:
    """Return what an index holds that is made of the content as it is now."""
    engine = EmbeddedEngine(path)
    engine.rebuild()
    return content_of(engine)


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in OWN}
