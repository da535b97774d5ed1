"""Permanent addresses: the number under which schools link to a material for years."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PermanentAddress(models.Model):
    """A number that is given once, never reused, and outlives its page. Translations share it."""

    class State(models.TextChoices):
        RESERVED = "reserved", _("reserved")
        LIVE = "live", _("live")
        WITHDRAWN = "withdrawn", _("withdrawn")

    number = models.AutoField(_("number"), primary_key=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.RESERVED
    )
    title = models.CharField(_("last title"), max_length=255, blank=True)
    language = models.CharField(_("language of the title"), max_length=2, blank=True)
    allocated_at = models.DateTimeField(_("allocated"), default=timezone.now, editable=False)
    withdrawn_on = models.DateField(
        pgettext_lazy("publication", "withdrawn on"), null=True, blank=True
    )
    reason_kk = models.CharField(_("reason in Kazakh"), max_length=300, blank=True)
    reason_ru = models.CharField(_("reason in Russian"), max_length=300, blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
    )

    class Meta:
        verbose_name = _("permanent address")
        verbose_name_plural = _("permanent addresses")
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"№ {self.display_number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return reverse("permanent-address", args=[self.display_number])

    @property
    def display_number(self) -> str:
        """«0214»: at least four digits."""
        return f"{self.number:04d}"
