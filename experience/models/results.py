"""Results of an experience: typed rows, so that they can be compared, drawn and searched."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from experience.number_input import PlainNumberInput

PERCENT = "%"


class ResultRow(Orderable):
    """One measured indicator before and after.

    Source of the columns: section 10 of the experience form (indicator, unit, before, after, period,
    pupils counted, how measured).
    """

    page = ParentalKey(
        "experience.ExperiencePage", related_name="results", on_delete=models.CASCADE
    )
    indicator = models.CharField(
        _("indicator"), max_length=120, help_text=_("What was counted, in plain words.")
    )
    unit = models.CharField(
        _("unit"),
        max_length=40,
        blank=True,
        help_text=_("%, or the counted thing: pupils, mistakes, minutes."),
    )
    before = models.DecimalField(_("before"), max_digits=9, decimal_places=2, null=True, blank=True)
    after = models.DecimalField(_("after"), max_digits=9, decimal_places=2, null=True, blank=True)
    full_scale = models.DecimalField(
        _("full scale"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("The largest possible value: 14 for “6 of 14 pupils”. Not needed for %."),
    )
    less_is_better = models.BooleanField(_("less is better"), default=False)
    period = models.CharField(
        _("period"),
        max_length=80,
        blank=True,
        help_text=_("For example: September 2025 – May 2026."),
    )
    pupils = models.PositiveIntegerField(
        _("pupils counted"), null=True, blank=True, help_text=_("Whose results were counted.")
    )
    how_measured = models.CharField(
        _("how measured"),
        max_length=160,
        blank=True,
        help_text=_("For example: two tests of 8 problems."),
    )
    is_main = models.BooleanField(
        _("main result"), default=False, help_text=_("Shown in lists and at the top of the page.")
    )

    panels = [
        FieldPanel("indicator"),
        FieldRowPanel(
            [
                FieldPanel("before", widget=PlainNumberInput),
                FieldPanel("after", widget=PlainNumberInput),
                FieldPanel("unit"),
                FieldPanel("full_scale", widget=PlainNumberInput),
            ]
        ),
        FieldRowPanel([FieldPanel("period"), FieldPanel("pupils")]),
        FieldPanel("how_measured"),
        FieldRowPanel([FieldPanel("less_is_better"), FieldPanel("is_main")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self) -> str:
        return self.indicator

    @property
    def scale(self):
        """Value that a full bar stands for: 100 for %, the full scale, or the larger of the two values."""
        if self.unit.strip() == PERCENT:
            return max(100, self.before or 0, self.after or 0)
        return max(self.full_scale or 0, self.before or 0, self.after or 0)
