"""Several prepared queries in one statement: what stands around a page in one question to the database.

Each query is a column of the one row of the answer, its rows a list of lists in JSON. SQLite writes JSON of
the values that its cursor would give; of PostgreSQL's JSON, dates and numbers are read here.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from .prepared import PreparedQuery, named_parameters, with_named_places

# By vendor: what makes an array of a row, and of the rows.
_FUNCTIONS = {
    "sqlite": ("json_array", "json_group_array"),
    "postgresql": ("jsonb_build_array", "jsonb_agg"),
}
# By kind of field: from what PostgreSQL writes in JSON to what its cursor gives.
_READERS: dict[str, Callable[[Any], Any]] = {
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "DecimalField": Decimal,
}
# Kinds of field whose values do not travel through JSON as they are.
_REFUSED = {"BinaryField", "DurationField", "FloatField", "JSONField", "TimeField", "UUIDField"}


class PreparedTogether:
    """Prepared queries that are asked together; at most 100 columns each, which is PostgreSQL's limit."""

    def __init__(self, *queries: PreparedQuery[Any]) -> None:
        self._queries = queries
        self._statements: dict[str, str] = {}

    def __call__(self, *values: Sequence[int | str]) -> list[list[Any]]:
        """Return the rows of each query, for the values of each, in the order of the queries."""
        database = connections[DEFAULT_DB_ALIAS]
        if database.vendor not in self._statements:
            self._statements[database.vendor] = self._statement(database)
        parameters = [
            parameter
            for query, own in zip(self._queries, values, strict=True)
            for parameter in query.parameters(database, own)
        ]
        with database.cursor() as cursor:
            cursor.execute(self._statements[database.vendor], named_parameters(parameters))
            answers = cursor.fetchone()
        return [
            query.built(_rows(answer, query.compiled(database).kinds, database), database)
            for query, answer in zip(self._queries, answers, strict=True)
        ]

    def _statement(self, database: BaseDatabaseWrapper) -> str:
        columns = ", ".join(_column(query, database) for query in self._queries)
        return with_named_places(f"SELECT {columns}")


def _column(query: PreparedQuery[Any], database: BaseDatabaseWrapper) -> str:
    compiled = query.compiled(database)
    if refused := _REFUSED.intersection(compiled.kinds):
        raise ValueError(f"{', '.join(sorted(refused))} cannot be read out of JSON: {compiled.sql}")
    array, arrays = _FUNCTIONS[database.vendor]
    names = ", ".join(f"column_{place}" for place in range(len(compiled.kinds)))
    rows = f"SELECT CAST({arrays}({array}({names})) AS text) FROM found"
    return f"(WITH found({names}) AS ({compiled.sql}) {rows})"


def _rows(
    answer: str | None, kinds: Sequence[str], database: BaseDatabaseWrapper
) -> list[list[Any]]:
    if database.vendor == "sqlite":
        found: list[list[Any]] = orjson.loads(answer or "[]")
        return found
    rows: list[list[Any]] = json.loads(answer or "[]", parse_float=Decimal)
    readers = [(place, _READERS[kind]) for place, kind in enumerate(kinds) if kind in _READERS]
    for row in rows:
        for place, read in readers:
            if row[place] is not None:
                row[place] = read(row[place])
    return rows
