"""Writing and reading of the change log.

`record*` are called by signal receivers of other apps, inside the transaction that changes the content:
what rolls back leaves no row.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, Min, Q, Sum
from django.utils import timezone

from search.models import Change, OwedChange, WordsVersion, new_nonce

# A transaction that is open longer than this is taken to have failed: rows older than this are
# complete, no row with a lower id can still appear.
LONGEST_TRANSACTION = timedelta(hours=1)

# How long worked-off rows stay in the log, for indexes that are seldom asked and for looking things up.
KEPT = timedelta(days=30)


class Fingerprint(NamedTuple):
    """Number of rows and sum of their nonces: equal for the same rows, and in practice only then."""

    rows: int
    nonces: int


def record(key: str) -> None:
    """Note that the document of this key was made, changed, hidden or deleted."""
    _record(Change.Kind.DOCUMENT, key)


def record_subtree(prefix: str) -> None:
    """Note that anything under a path ("/home/experience/") may have changed, moved or vanished."""
    _record(Change.Kind.SUBTREE, prefix)


def record_everything() -> None:
    """Note that any document may have changed (a vocabulary renamed, a bulk import)."""
    _record(Change.Kind.EVERYTHING)


def record_words() -> None:
    """Note that synonyms, protected words or names of terms changed: questions are read otherwise."""
    WordsVersion.objects.update_or_create(pk=WordsVersion.ONLY, defaults={"nonce": new_nonce()})


def fingerprint_after(settled: int) -> Fingerprint:
    """The fingerprint of all rows with an id above `settled`, in one query."""
    found = Change.objects.filter(pk__gt=settled).aggregate(rows=Count("pk"), nonces=Sum("nonce"))
    return Fingerprint(found["rows"], found["nonces"] or 0)


def changes_after(settled: int) -> list[Change]:
    """All rows with an id above `settled`, oldest first."""
    return list(Change.objects.filter(pk__gt=settled))


def prune(now: datetime | None = None) -> int:
    """Delete the beginning of the log that nobody needs any more; returns the number of rows.

    Kept are KEPT days and whatever is owed to Elasticsearch, all that came after it, and one row
    before: it shows every index that has seen it that nothing is missing. An embedded index that has
    not seen it has missed an unknown number of changes, notices, and is made anew.
    """
    horizon = (now or timezone.now()) - KEPT
    needed = Change.objects.filter(Q(owed__isnull=False) | Q(recorded_at__gt=horizon))
    first = needed.aggregate(first=Min("pk"))["first"]
    passed = Change.objects.all() if first is None else Change.objects.filter(pk__lt=first)
    last = passed.aggregate(last=Max("pk"))["last"]
    deleted, _ = Change.objects.filter(pk__lt=last or 0).delete()
    return deleted


def settled_before(rows: list[Change], now: datetime | None = None) -> int | None:
    """The id up to which an engine need not look again once it has worked off these rows.

    None if there is none yet. The newest row is never settled: it is what shows that the database is
    still the one which the engine knows.
    """
    settled = None
    for change in rows[:-1]:
        if not is_complete_before(change, now):
            break
        settled = change.pk
    return settled


def is_complete_before(change: Change, now: datetime | None = None) -> bool:
    """Whether no row with a lower id than this one's can still appear."""
    return change.recorded_at <= (now or timezone.now()) - LONGEST_TRANSACTION


def _record(kind: Change.Kind, subject: str = "") -> None:
    if not settings.ELASTICSEARCH_URL:
        Change.objects.create(kind=kind, subject=subject)
        return
    with transaction.atomic():
        OwedChange.objects.create(change=Change.objects.create(kind=kind, subject=subject))
