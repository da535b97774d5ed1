"""The change log: what every engine has to look at again."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.demand.records import AskedQuestion, MissedTopic

__all__ = ["AskedQuestion", "Change", "MissedTopic", "OwedChange"]


def new_nonce() -> int:
    """A random number that tells this row from any other that ever has the same id."""
    return secrets.randbelow(2**31)


class Change(models.Model):
    """One change of content, written in the transaction that makes it.

    Rows say what changed, never how; an engine reads the content afresh. Every engine keeps in its
    own store which rows it has worked off, in one transaction with the work. A row is known by id
    **and** nonce: a restored backup gives old ids to new changes, and an engine that has worked off a
    row the database no longer knows makes its index anew. The first row comes with the migration, so
    that no two databases are alike.
    """

    class Kind(models.TextChoices):
        DOCUMENT = "document", _("one document")
        SUBTREE = "subtree", _("everything under an address")
        EVERYTHING = "everything", _("everything")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    subject = models.TextField(_("subject"), blank=True)
    nonce = models.PositiveIntegerField(_("nonce"), default=new_nonce, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.subject}".rstrip()


class OwedChange(models.Model):
    """A change that Elasticsearch has not worked off yet.

    Written with the change, in one transaction, where the settings name an Elasticsearch; deleted when
    the change is in its index. A row of its own rather than a cursor over ids: a transaction that
    commits late has a lower id than others that were already read.
    """

    change = models.OneToOneField(
        Change, models.PROTECT, primary_key=True, related_name="owed", verbose_name=_("change")
    )

    class Meta:
        verbose_name = _("change owed to Elasticsearch")
        verbose_name_plural = _("changes owed to Elasticsearch")
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.change_id)
