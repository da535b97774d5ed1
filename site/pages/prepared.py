"""Queries compiled once: what a reader's page asks again and again with another number only.

Django puts the SQL of a query set together anew each time it is asked; for the small queries of a page
that costs several times what the database does. Here the ORM still writes the SQL, so that it follows
the models and the database, but once in a process.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable, get_related_populators
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")

# Stand for the values in the query that is compiled. No page has such a number or slug.
_NUMBERS = (-7_770_001, -7_770_002, -7_770_003)
_TEXTS = ("\ue000 1", "\ue000 2", "\ue000 3")

_PLACE = re.compile(r"(?<!%)%s")


class _Compiled(NamedTuple):
    """SQL, its parameters, the kinds of field of its columns, and how a row becomes what the query set yields."""

    sql: str
    named_sql: str
    parameters: tuple[Any, ...]
    kinds: tuple[str, ...]
    converters: list[tuple[int, list[Callable[..., Any]], Any]]
    build: Callable[[list[Any]], Any]

    def converted(
        self, rows: Iterable[list[Any]], database: BaseDatabaseWrapper
    ) -> Iterator[list[Any]]:
        """Yield the rows with the values that Python knows by another type than the database."""
        for row in rows:
            for place, functions, expression in self.converters:
                for function in functions:
                    row[place] = function(row[place], expression, database)
            yield row


class PreparedQuery(Generic[Row]):
    """A query set with open places, compiled at its first use for each kind of database.

    `build` is called once, with a stand-in for every value of `kinds` (int or str), and returns a query
    set of models, with `select_related` if wanted, or of `values_list` tuples. Each value must reach the
    SQL as a parameter of its own, unchanged: no `__in`, no `__contains`, no `known` related objects.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], *kinds: type) -> None:
        self._build = build
        self._stand_ins: list[Any] = [
            (_NUMBERS if kind is int else _TEXTS)[place] for place, kind in enumerate(kinds)
        ]
        self._compiled: dict[str, _Compiled] = {}

    def __call__(self, *values: int | str) -> list[Row]:
        """Return the rows for these values, in the order of the stand-ins."""
        database = connections[DEFAULT_DB_ALIAS]
        with database.cursor() as cursor:
            parameters = named_parameters(self.parameters(database, values))
            cursor.execute(self.compiled(database).named_sql, parameters)
            rows = map(list, cursor.fetchall())
        return self.built(rows, database)

    def first(self, *values: int | str) -> Row | None:
        """Return the first of the rows, or None."""
        return next(iter(self(*values)), None)

    def compiled(self, database: BaseDatabaseWrapper) -> _Compiled:
        """Return what was compiled for this kind of database, at the first time compiled now."""
        if database.vendor not in self._compiled:
            self._compiled[database.vendor] = self._compile(database)
        return self._compiled[database.vendor]

    def parameters(
        self, database: BaseDatabaseWrapper, values: Sequence[int | str]
    ) -> list[int | str]:
        """Return the parameters of the SQL with these values in the places of the stand-ins."""
        given = dict(zip(self._stand_ins, values, strict=True))
        return [given.get(parameter, parameter) for parameter in self.compiled(database).parameters]

    def built(self, rows: Iterable[list[Any]], database: BaseDatabaseWrapper) -> list[Row]:
        """Return what the query set would yield for rows as a cursor gives them."""
        compiled = self.compiled(database)
        return [compiled.build(row) for row in compiled.converted(rows, database)]

    def _compile(self, database: BaseDatabaseWrapper) -> _Compiled:
        queryset = self._build(*self._stand_ins)
        compiler = queryset.query.get_compiler(database.alias)
        sql, parameters = compiler.as_sql()
        missing = [stand_in for stand_in in self._stand_ins if stand_in not in parameters]
        if missing:
            raise ValueError(f"The query has no parameter of its own for each value: {sql}")
        columns = [column for column, _sql, _alias in compiler.select[: compiler.col_count]]
        converters = [
            (place, list(functions), expression)
            for place, (functions, expression) in compiler.get_converters(columns).items()
        ]
        is_models = issubclass(queryset._iterable_class, ModelIterable)
        build = _instance_builder(compiler) if is_models else tuple
        kinds = tuple(column.output_field.get_internal_type() for column in columns)
        return _Compiled(sql, with_named_places(sql), tuple(parameters), kinds, converters, build)


def with_named_places(sql: str) -> str:
    """Return the SQL with a name for each of its places: "%(p0)s", "%(p1)s", …

    For places without names Django searches the whole SQL each time that it is executed on SQLite.
    """
    numbers = count()
    return _PLACE.sub(lambda _place: f"%(p{next(numbers)})s", sql)


def named_parameters(parameters: Iterable[int | str]) -> dict[str, int | str]:
    """Return the parameters by the names of their places."""
    return {f"p{place}": parameter for place, parameter in enumerate(parameters)}


def _instance_builder(compiler: SQLCompiler) -> Callable[[list[Any]], Model]:
    """Return what makes a model with its `select_related` from a row, as Django's ModelIterable does."""
    klass_info: Any = compiler.klass_info
    # Of the stubs' Django 6 it wants a fetch mode; of 5.2 it does not.
    populators_of: Any = get_related_populators
    model: type[Model] = klass_info["model"]
    first, last = klass_info["select_fields"][0], klass_info["select_fields"][-1] + 1
    names = [column[0].target.attname for column in compiler.select[first:last]]
    alias = compiler.using
    populators = populators_of(klass_info, compiler.select, alias)

    def build(row: list[Any]) -> Model:
        instance = model.from_db(alias, names, row[first:last])
        for populator in populators:
            populator.populate(row, instance)
        return instance

    return build
