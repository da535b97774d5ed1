"""Technology descriptions after Selevko: identification, concept, process, quality, a first lesson."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from experience.blocks import StepBlock
from experience.forms import MaterialForm
from experience.panels import technology_edit_handler
from experience.rules import three_timed_steps

from .knowledge import KnowledgePage
from .rich_text import rich_text


class TechnologyPage(KnowledgePage):
    """Описание педагогической технологии · педагогикалық технология.

    Source of the parts: G. K. Selevko's scheme of describing a pedagogical technology.
    """

    technology_kind = models.CharField(
        _("kind of technology"),
        max_length=160,
        blank=True,
        help_text=_("For example: organisation of the lesson, work in groups."),
    )
    scale = models.CharField(
        _("scale"), max_length=120, blank=True, help_text=_("A lesson, a term, a whole school.")
    )
    organisational_form = models.CharField(_("organisational form"), max_length=120, blank=True)
    prevailing_method = models.CharField(_("prevailing method"), max_length=120, blank=True)
    equipment = models.CharField(_("equipment"), max_length=250, blank=True)
    concept = rich_text(_("Concept"), _("The idea on which everything else stands."))
    principles = models.TextField(_("principles"), blank=True, help_text=_("One a line."))
    aims = models.TextField(_("aims"), blank=True, help_text=_("One a line."))
    content = rich_text(_("Content"))
    process = rich_text(_("Process"), _("A short introduction to the steps."))
    steps = StreamField(
        [("step", StepBlock())],
        verbose_name=_("steps"),
        blank=True,
        help_text=_("In their order, with minutes, what the teacher and what the pupils do."),
    )
    support = rich_text(_("Support"), _("Programmes, manuals, equipment."))
    conceptual = models.TextField(_("conceptual"), blank=True, help_text=_("A short judgement."))
    systemic = models.TextField(_("systemic"), blank=True, help_text=_("A short judgement."))
    manageable = models.TextField(_("manageable"), blank=True, help_text=_("A short judgement."))
    efficient = models.TextField(_("efficient"), blank=True, help_text=_("A short judgement."))
    reproducible = models.TextField(
        _("reproducible"), blank=True, help_text=_("A short judgement.")
    )
    start_minutes = models.PositiveSmallIntegerField(
        _("preparation of the first lesson, minutes"), null=True, blank=True
    )
    repeat_minutes = models.PositiveSmallIntegerField(
        _("preparation of a later lesson, minutes"), null=True, blank=True
    )
    cost_to_start = models.TextField(_("cost to start"), blank=True)
    training_needed = models.TextField(_("training needed"), blank=True)
    limits = models.TextField(_("limits"), blank=True, help_text=_("Where it does not work."))
    first_lesson = rich_text(
        _("First lesson on one page"), _("What a teacher takes into the class tomorrow.")
    )

    kind = "technology"
    base_form_class = MaterialForm
    edit_handler = technology_edit_handler()
    template = "pages/technology_page.html"
    page_description = _(
        "A way of teaching step by step, with time, cost and where it works in the district."
    )
    needed_for_publication = {
        "technology_kind": _("Name the kind of technology."),
        "scale": _("Name the scale."),
        "organisational_form": _("Name the organisational form."),
        "prevailing_method": _("Name the prevailing method."),
        "concept": _("Write the concept."),
        "principles": _("Name the principles, one a line."),
        "aims": _("Name the aims, one a line."),
        "content": _("Describe the content."),
        "first_lesson": _("Describe a first lesson on one page."),
        "cost_to_start": _("Say what it costs to start; “paper” is an answer too."),
        "training_needed": _("Say what training is needed."),
        "limits": _("Name the limits: where it does not work."),
    }
    asked_by_rules = ("steps",)
    publishing_rules = (three_timed_steps,)

    class Meta:
        verbose_name = _("technology description")
        verbose_name_plural = _("technology descriptions")
