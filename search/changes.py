"""Writing and reading of the change log.

`record*` are called by signal receivers of other apps, inside the transaction that changes the content:
what rolls back leaves no row.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Sum
from django.utils import timezone

from search.models import Change

# A transaction that is open longer than this is taken to have failed: rows older than this are
# complete, no row with a lower id can still appear.
LONGEST_TRANSACTION = timedelta(hours=1)


class Fingerprint(NamedTuple):
    """Number of rows and sum of their nonces: equal for the same rows, and in practice only then."""

    rows: int
    nonces: int


def record(key: str) -> None:
    """Note that the document of this key was made, changed, hidden or deleted."""
    Change.objects.create(kind=Change.Kind.DOCUMENT, subject=key)


def record_subtree(prefix: str) -> None:
    """Note that anything under a path ("/home/experience/") may have changed, moved or vanished."""
    Change.objects.create(kind=Change.Kind.SUBTREE, subject=prefix)


def record_everything() -> None:
    """Note that any document may have changed (a vocabulary renamed, a bulk import)."""
    Change.objects.create(kind=Change.Kind.EVERYTHING)


def fingerprint_after(settled: int) -> Fingerprint:
    """The fingerprint of all rows with an id above `settled`, in one query."""
    found = Change.objects.filter(pk__gt=settled).aggregate(rows=Count("pk"), nonces=Sum("nonce"))
    return Fingerprint(found["rows"], found["nonces"] or 0)


def changes_after(settled: int) -> list[Change]:
    """All rows with an id above `settled`, oldest first."""
    return list(Change.objects.filter(pk__gt=settled))


def settled_before(rows: list[Change], now: datetime | None = None) -> int | None:
    """The id up to which an engine need not look again once it has worked off these rows.

    None if there is none yet. The newest row is never settled: it is what shows that the database is
    still the one which the engine knows.
    """
    horizon = (now or timezone.now()) - LONGEST_TRANSACTION
    settled = None
    for change in rows[:-1]:
        if change.recorded_at > horizon:
            break
        settled = change.pk
    return settled
