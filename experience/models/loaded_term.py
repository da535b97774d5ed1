"""What `load_vocabularies` wrote last, so that it can tell an editor's change from its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedTerm(models.Model):
    """The values that the last load gave to one term of a vocabulary.

    A field of the term that differs from here was changed by an editor and is never overwritten; a
    row here without its term means that an editor deleted the term.
    """

    vocabulary = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    values = models.JSONField()

    class Meta:
        verbose_name = _("loaded term")
        verbose_name_plural = _("loaded terms")
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "code"], name="one_loaded_term_a_code")
        ]

    def __str__(self) -> str:
        return f"{self.vocabulary}: {self.code}"
