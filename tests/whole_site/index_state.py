"""What an index holds and answers, in a form in which two of them can be compared."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from search.analysis.vocabulary import Vocabulary
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.indices import alias_of
from search.engines.embedded.engine import EmbeddedEngine
from search.filters import FACETS
from search.query import SearchQuery
from search.readers import Reader

OWN = {"id", "generation", "document"}

# Documents of a server read at once.
MOST = 10_000


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


def documents_by_word(vocabulary: Vocabulary) -> dict[str, int]:
    """The words that corrections may lead to, with the number of documents that have them."""
    return {form: vocabulary.documents(form) for form in vocabulary.forms()}


def answers_of(engine: EmbeddedEngine, texts: Iterable[str]) -> dict[Any, Any]:
    """What readers of every kind get, from all that the engine keeps in memory beside its file."""
    readers = [
        frozenset(("public",)),
        frozenset(("public", "signed-in")),
        frozenset(("public", "signed-in", *(f"group:{number}" for number in range(1, 100)))),
    ]
    answers: dict[Any, Any] = {
        "vocabulary": documents_by_word(engine.vocabulary()),
        "titles": (list(engine.titles().titles), dict(engine.titles().values)),
    }
    for visibility in readers:
        for text in ("", *texts):
            query = SearchQuery(text=text, page_size=20, counted=FACETS)
            results = engine.search(query, Reader("ru", visibility))
            hits = [(hit.key, hit.strong, round(hit.score, 6), hit.snippet) for hit in results.hits]
            answers[visibility, text] = (results.total, results.strong_total, results.facets, hits)
    return answers


def documents_of(engine: ElasticsearchEngine) -> dict[str, Any]:
    """Return what the index of a server stores, by key."""
    alias = alias_of(engine._name)
    with engine._server.client() as client:
        client.indices.refresh(index=alias)
        answer = client.search(index=alias, size=MOST)
        return {hit["_id"]: hit["_source"] for hit in answer["hits"]["hits"]}


def differences(kept: Mapping[Any, Any], fresh: Mapping[Any, Any]) -> list[str]:
    """Which entries of two states differ, and how; by field where they are rows of fields."""
    found = []
    for key in sorted(kept.keys() | fresh.keys(), key=str):
        one, other = kept.get(key), fresh.get(key)
        if one == other:
            continue
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            found += [f"{key} {line}" for line in differences(one, other)]
        elif isinstance(one, set) and isinstance(other, set):
            found.append(f"{key}: only kept {one - other}, only fresh {other - one}")
        else:
            found.append(f"{key}: kept {one!r}, fresh {other!r}")
    return found


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in OWN}
