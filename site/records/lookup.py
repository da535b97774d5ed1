"""Finding records by their names, whatever the case and whichever letters the keyboard has."""

from collections.abc import Iterable

from django.db.models import QuerySet

from bilingual.folding import fold


def find_by_words(queryset: QuerySet, fields: Iterable[str], query: str) -> QuerySet:
    """Return the records of `queryset` in whose `fields` every word of `query` occurs.

    SQLite compares Cyrillic letters case by case, so the names are folded here. Meant for the
    records of a district: it reads the named fields of every record.
    """
    words = fold(query).split()
    if not words:
        return queryset
    folded = {
        pk: fold(" ".join(filter(None, names)))
        for pk, *names in queryset.values_list("pk", *fields)
    }
    found = [pk for pk, names in folded.items() if all(word in names for word in words)]
    return queryset.filter(pk__in=found)
