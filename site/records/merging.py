"""Merging of records that turned out to be the same: links move, the old address redirects."""

from typing import Any, Self, cast

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class Mergeable(models.Model):
    """A record that may have been merged into another of its kind.

    A merged record stays: old revisions and old addresses lead through it to the one that counts.
    """

    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged_from",
    )

    class Meta:
        abstract = True

    def current(self) -> Self:
        """Return the record that this one was merged into, through every step, or itself."""
        record = self
        while record.merged_into is not None:
            record = cast(Self, record.merged_into)
        return record


def merge(duplicate: Mergeable, target: Mergeable) -> int:
    """Merge `duplicate` into `target` and return how many links moved.

    Every foreign key and many-to-many link to the duplicate leads to the target afterwards; a link
    that the target already has is dropped instead of doubled.

    Raises ValidationError when the two are not different, live records of one kind.
    """
    if type(duplicate) is not type(target) or duplicate.pk == target.pk:
        raise ValidationError(_("Choose another record of the same kind."))
    if target.merged_into or duplicate.merged_into:
        raise ValidationError(_("A record that was merged already cannot be merged again."))
    moved = 0
    with transaction.atomic():
        for relation in duplicate._meta.related_objects:
            moved += _move(relation, duplicate, target)
        duplicate.merged_into = target
        duplicate.save(update_fields=["merged_into"])
    return moved


def count_links(record: Mergeable) -> int:
    """Return how many links lead to the record, as `merge` would move them."""
    total = 0
    relation: Any
    for relation in record._meta.related_objects:
        if relation.many_to_many:
            model, field = relation.through, _through_field(relation, type(record))
        else:
            model, field = relation.related_model, relation.field
        total += model._base_manager.filter(**{field.name: record}).count()
    return total


def _move(relation: Any, duplicate: Mergeable, target: Mergeable) -> int:
    """Move the links of one relation; return their number."""
    if relation.many_to_many:
        model, field = relation.through, _through_field(relation, type(duplicate))
    else:
        model, field = relation.related_model, relation.field
    if field.name in {"merged_into", "renamed_to"} and model is type(duplicate):
        return model._base_manager.filter(**{field.name: duplicate}).update(**{field.name: target})
    moved = 0
    for row in model._base_manager.filter(**{field.name: duplicate}):
        if _target_has(row, field, target):
            row.delete()
        else:
            model._base_manager.filter(pk=row.pk).update(**{field.attname: target.pk})
            moved += 1
    return moved


def _through_field(relation: Any, kind: type[models.Model]) -> Any:
    """Return the foreign key of the through table that points to `kind`."""
    return next(
        field
        for field in relation.through._meta.get_fields()
        if field.many_to_one and field.related_model is kind
    )


def _target_has(row: models.Model, field, target: models.Model) -> bool:
    """Say whether the target already has the link that `row` holds.

    A row of a plain many-to-many table is its foreign keys; another model names in `link_identity`
    the fields that, with the merged one, make two of its rows the same link.
    """
    if row._meta.auto_created:
        names = [other.attname for other in row._meta.concrete_fields if other.many_to_one]
    else:
        names = list(getattr(row, "link_identity", ()))
    same = {name: getattr(row, name) for name in names if name != field.attname}
    return (
        bool(same) and type(row)._base_manager.filter(**{field.attname: target.pk}, **same).exists()
    )
