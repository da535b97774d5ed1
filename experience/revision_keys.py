"""Keys in a revision of records that were deleted since.

The database refuses to delete what a saved row names, but a draft is only a text: its records may go.
modelcluster would look each key up by itself, and fails where the key is protected.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations

Data = dict[str, Any]
# Model → primary keys of those of its records that a revision names and the database has.
Existing = dict[type[models.Model], Collection[Any]]


def without_deleted(model: type[models.Model], data: Data) -> Data:
    """Return the serialized `data` of a `model` without keys of records that are gone.

    A key of the page itself is emptied where it may be. A row goes with its record, unless the key may
    be empty and is either what the row keeps from the day of publication or set to null on deletion.
    """
    named: dict[type[models.Model], set[Any]] = defaultdict(set)
    for field, pk in _keys_with_rows(model, data):
        named[field.related_model].add(pk)
    existing: Existing = {
        related: set(
            related._default_manager.order_by().filter(pk__in=pks).values_list("pk", flat=True)
        )
        for related, pks in named.items()
    }
    return _with_rows(model, _emptied(_gone(model, data, existing), data), existing)


def _keys_with_rows(
    model: type[models.Model], data: Data
) -> Iterator[tuple[models.ForeignKey, Any]]:
    """Every key of a page and of its rows, with the primary key it holds."""
    yield from _keys(model, data)
    for _name, related, rows in _rows(model, data):
        for row in rows:
            yield from _keys_with_rows(related, row)


def _keys(model: type[models.Model], data: Data) -> Iterator[tuple[models.ForeignKey, Any]]:
    """The keys that can turn out to be gone: not the one of a row to its page, which is at hand."""
    for field in model._meta.concrete_fields:
        if not isinstance(field, models.ForeignKey) or field.one_to_one:
            continue
        if not isinstance(field, ParentalKey) and data.get(field.name) is not None:
            yield field, field.target_field.to_python(data[field.name])


def _rows(
    model: type[models.Model], data: Data
) -> Iterator[tuple[str, type[models.Model], list[Data]]]:
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name in data:
            yield name, relation.related_model, data[name]


def _gone(model: type[models.Model], data: Data, existing: Existing) -> list[models.ForeignKey]:
    return [field for field, pk in _keys(model, data) if pk not in existing[field.related_model]]


def _emptied(gone: list[models.ForeignKey], data: Data) -> Data:
    return data | {field.name: None for field in gone if field.null}


def _with_rows(model: type[models.Model], data: Data, existing: Existing) -> Data:
    """Return the data with those of its rows that still say something."""
    kept = {}
    for name, related, rows in _rows(model, data):
        kept[name] = []
        for row in rows:
            gone = _gone(related, row, existing)
            if all(_may_be_empty(related, field) for field in gone):
                kept[name].append(_with_rows(related, _emptied(gone, row), existing))
    return data | kept


def _may_be_empty(model: type[models.Model], field: models.ForeignKey) -> bool:
    frozen = field.name in getattr(model, "FROZEN_FIELDS", ())
    return field.null and (frozen or field.remote_field.on_delete is models.SET_NULL)
