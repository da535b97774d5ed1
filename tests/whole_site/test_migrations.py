"""The migrations are one line for each app, and they are what the models say."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def test_no_migration_is_missing_and_none_stands_beside_another():
    printed = StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=printed, stderr=printed)
    except SystemExit:
        pytest.fail(printed.getvalue())
    except CommandError as conflict:
        pytest.fail(str(conflict))
