"""The change log, what every engine has to look at again, and what the cabinet says of words."""

import secrets

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.demand.commissions import CommissionedTopic
from search.demand.records import AskedQuestion, GatheredLog, MissedTopic

__all__ = [
    "AskedQuestion",
    "Change",
    "CommissionedTopic",
    "GatheredLog",
    "MissedTopic",
    "OwedChange",
]


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


class SynonymGroup(models.Model):
    """Words and expressions that mean the same; a question with one of them finds the others too."""

    words_kk = models.TextField(
        _("in Kazakh"),
        blank=True,
        help_text=_("Separated by commas. In capitals, as an abbreviation: only these letters."),
    )
    words_ru = models.TextField(
        _("in Russian"),
        blank=True,
        help_text=_("Separated by commas. In capitals, as an abbreviation: only these letters."),
    )
    code = models.CharField(max_length=100, blank=True, editable=False)

    lookup_fields = ("words_kk", "words_ru")

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms of the search")
        ordering = ("words_ru", "words_kk")

    def __str__(self) -> str:
        return " = ".join(filter(None, (self.words_ru, self.words_kk)))

    def clean(self) -> None:
        if len(self.expressions()) < 2:
            raise ValidationError(_("At least two words or expressions are needed."))

    def expressions(self) -> list[str]:
        """All words and expressions of the group, each once."""
        both = f"{self.words_kk},{self.words_ru}".split(",")
        return list(dict.fromkeys(" ".join(text.split()) for text in both if text.strip()))


class ProtectedWord(models.Model):
    """A word of which no ending is ever taken off, though its end looks like one: Коксу, Сарқан."""

    SHORTEST = 3

    word = models.CharField(
        _("word"),
        max_length=64,
        unique=True,
        help_text=_("One word as in a dictionary. Its forms are found by it, other words are not."),
    )
    lookup_fields = ("word",)

    class Meta:
        verbose_name = _("protected word")
        verbose_name_plural = _("protected words")
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        if not (self.word.isalpha() and len(self.word) >= self.SHORTEST):
            raise ValidationError({"word": _("One word of at least three letters is expected.")})


class WordsVersion(models.Model):
    """One row: its nonce changes whenever the cabinet changes what it says of words.

    Synonyms, protected words and names of terms; by it a process sees that it must read them again.
    """

    ONLY = 1

    nonce = models.PositiveIntegerField(default=new_nonce, editable=False)

    class Meta:
        verbose_name = _("version of the words")
        verbose_name_plural = _("versions of the words")

    def __str__(self) -> str:
        return str(self.nonce)


class LoadedSynonyms(models.Model):
    """What `load_synonyms` wrote last for a group of its file, to tell an editor's change from its own.

    A row here without its group means that an editor deleted the group.
    """

    code = models.CharField(max_length=100, unique=True)
    words_kk = models.TextField(blank=True)
    words_ru = models.TextField(blank=True)

    class Meta:
        verbose_name = _("loaded group of synonyms")
        verbose_name_plural = _("loaded groups of synonyms")

    def __str__(self) -> str:
        return self.code
