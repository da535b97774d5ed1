"""Terms of a controlled vocabulary: named in both languages, ordered, valid for a time, renamed by orders."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .names import Named


class TermQuerySet(models.QuerySet):
    """Query sets of terms by meaning."""

    def valid_on(self, day: date) -> Self:
        """Terms that may be chosen on `day`."""
        return self.filter(
            models.Q(valid_from=None) | models.Q(valid_from__lte=day),
            models.Q(valid_until=None) | models.Q(valid_until__gte=day),
        )


class Term(Named):
    """One value of a vocabulary. `code` is its stable name in data files and addresses."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    synonyms_kk = models.TextField(
        _("synonyms in Kazakh"),
        blank=True,
        help_text=_("Separated by commas; the search knows them."),
    )
    synonyms_ru = models.TextField(
        _("synonyms in Russian"),
        blank=True,
        help_text=_("Separated by commas; the search knows them."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_(
            "After this day the term is no longer offered; materials that have it keep it."
        ),
    )
    renamed_to = models.ForeignKey(
        "self",
        verbose_name=_("is now called"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="former_names",
    )

    objects = TermQuerySet.as_manager()
    lookup_fields = ("name_kk", "name_ru", "synonyms_kk", "synonyms_ru", "code")

    class Meta:
        abstract = True
        ordering = ["order", "sort_ru"]

    def expressions(self) -> list[str]:
        """Its names and synonyms in both languages, each once."""
        both = f"{self.synonyms_kk},{self.synonyms_ru}".split(",")
        texts = (self.name_kk, self.name_ru, *both)
        return list(dict.fromkeys(" ".join(text.split()) for text in texts if text.strip()))

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise ValidationError({"valid_until": _("The end stands before the beginning.")})
        if self.renamed_to is not None and self.renamed_to.pk == self.pk:
            raise ValidationError({"renamed_to": _("A term cannot be renamed to itself.")})
