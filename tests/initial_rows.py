"""The rows that migrations make: kept as copies, put back for each test that needs them after another."""

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

COPY = "initial_rows_of_"


def keep(connection: BaseDatabaseWrapper) -> None:
    """Let `serialized_rollback` put back copied rows, in a hundredth of the time of Django's objects.

    A database that an earlier run left, empty or broken off in a test, is made as it was at first.
    """
    names = connection.introspection.table_names()
    copied = [name.removeprefix(COPY) for name in names if name.startswith(COPY)]
    if copied:
        # Sequences go on, so that new rows meet none of those put back.
        call_command(
            "flush",
            verbosity=0,
            interactive=False,
            reset_sequences=False,
            inhibit_post_migrate=True,
        )
        _put_back(connection, copied)
        # Looking for migrations has filled the empty database with other content types.
        ContentType.objects.clear_cache()
    else:
        copied = _copy(connection)
    connection.creation.deserialize_db_from_string = lambda _: _put_back(connection, copied)


def _copy(connection: BaseDatabaseWrapper) -> list[str]:
    """Copy each table of a model that has rows; returns their names."""
    filled = []
    with connection.cursor() as cursor:
        for name in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f"SELECT 1 FROM {name} LIMIT 1")
            if cursor.fetchone():
                cursor.execute(f"CREATE TABLE {COPY}{name} AS SELECT * FROM {name}")
                filled.append(name)
    return filled


def _put_back(connection: BaseDatabaseWrapper, names: list[str]) -> None:
    # In one transaction, because foreign keys are looked at when it ends.
    with transaction.atomic(), connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DELETE FROM {name}")
            cursor.execute(f"INSERT INTO {name} SELECT * FROM {COPY}{name}")
