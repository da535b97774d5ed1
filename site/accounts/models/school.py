"""Schools and kindergartens of the district."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.pairs import Bilingual
from records.merging import Mergeable
from records.names import Named
from records.slugs import Slugged


class SchoolQuerySet(models.QuerySet):
    """Query sets of schools by meaning."""

    def current(self) -> Self:
        """Schools that were not merged into another."""
        return self.filter(merged_into=None)


class School(Slugged, Mergeable, Named):
    """An organisation of education with a page of its own on the portal."""

    class Kind(models.TextChoices):
        KINDERGARTEN = "kindergarten", _("kindergarten")
        PRIMARY = "primary", _("primary school")
        BASIC = "basic", _("basic secondary school")
        SECONDARY = "secondary", _("secondary school")
        GYMNASIUM = "gymnasium", _("school-gymnasium")
        LYCEUM = "lyceum", _("school-lyceum")
        SPECIAL = "special", _("special school")
        ADDITIONAL = "additional", _("organisation of additional education")

    class Languages(models.TextChoices):
        KAZAKH = "kk", _("Kazakh")
        RUSSIAN = "ru", _("Russian")
        BOTH = "kk,ru", _("Kazakh and Russian")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    is_small = models.BooleanField(
        _("small school"),
        default=False,
        help_text=_("A school with combined classes (МКШ · шағын жинақты мектеп)."),
    )
    languages = models.CharField(
        _("language of instruction"), max_length=10, choices=Languages.choices
    )
    village_kk = models.CharField(_("village in Kazakh"), max_length=120)
    village_ru = models.CharField(_("village in Russian"), max_length=120)
    pupils = models.PositiveIntegerField(_("pupils"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)

    village = Bilingual("village")

    objects = SchoolQuerySet.as_manager()

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")
        ordering = ["sort_ru"]

    def slug_source(self) -> str:
        return self.name_ru

    def get_absolute_url(self) -> str:
        return reverse("school", args=[self.slug])
