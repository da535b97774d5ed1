"""Records with an address of their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.transliteration import free_slug, slugify


class Slugged(models.Model):
    """A record whose slug is made from its name once and stays when the name changes."""

    slug = models.SlugField(
        _("address"),
        max_length=90,
        unique=True,
        blank=True,
        help_text=_("Made from the name when left empty. Links of schools depend on it."),
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        if not self.slug:
            self.slug = self._free_slug(slugify(self.slug_source()) or type(self).__name__.lower())
        super().save(*args, **kwargs)

    def slug_source(self) -> str:
        """Return the text of which the slug is made."""
        raise NotImplementedError

    def _free_slug(self, base: str) -> str:
        """Return `base`, numbered where another record has it."""
        taken = set(
            type(self)
            ._base_manager.filter(slug__startswith=base)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        return free_slug(base, taken.__contains__)
