"""Permanent numbers that were given by hand."""

from django.core.management.color import no_style
from django.db import connection

from experience.models import PermanentAddress


def continue_numbers() -> None:
    """Let the next permanent number follow the greatest one (PostgreSQL does not by itself)."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [PermanentAddress]):
            cursor.execute(statement)
