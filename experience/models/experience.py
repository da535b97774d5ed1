"""Experience write-ups: what a teacher did, under which conditions, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from experience.blocks import StepBlock
from experience.forms import MaterialForm
from experience.panels import experience_edit_handler
from experience.rules import (
    GENERALISATION,
    evidence_in_order,
    result_rows_are_whole,
    results_or_reason,
)

from .knowledge import KnowledgePage
from .rich_text import rich_text


class ExperiencePage(KnowledgePage):
    """Описание педагогического опыта · педагогикалық тәжірибе сипаттамасы: sections of the paper form."""

    relevance = rich_text(
        _("Relevance, contradiction"),
        _(
            "Which difficulty the teacher met and why usual ways did not help; a fact or a figure from the class."
        ),
    )
    conditions = rich_text(
        _("Conditions of origin and use"),
        _("Where the experience arose and where it works: class, room, day, what had to be there."),
    )
    class_size = models.PositiveSmallIntegerField(_("pupils in the class"), null=True, blank=True)
    class_composition = models.CharField(
        _("composition of the class"),
        max_length=80,
        blank=True,
        help_text=_("For example: 8 and 6."),
    )
    arose_in_small_school = models.BooleanField(_("arose in a small school"), default=False)
    instruction_language = models.CharField(
        _("language of instruction"),
        max_length=5,
        choices=KnowledgePage.InstructionLanguages.choices,
        blank=True,
    )
    equipment = models.CharField(
        _("equipment"), max_length=250, blank=True, help_text=_("What is needed, and what is not.")
    )
    hours = models.DecimalField(
        _("hours"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Lessons or hours it takes in all."),
    )
    leading_idea = models.TextField(
        _("Leading pedagogical idea"),
        blank=True,
        help_text=_("One or two sentences that a colleague would repeat."),
    )
    theory = rich_text(
        _("Theoretical base"),
        _("What the experience rests on; [1] points to the list of literature."),
    )
    novelty_level = models.ForeignKey(
        "experience.NoveltyLevel",
        verbose_name=_("level of novelty"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    novelty = rich_text(_("Novelty"), _("What exactly is new, and what was known before."))
    aim = models.TextField(_("aim"), blank=True, help_text=_("What the pupil will be able to do."))
    content = rich_text(_("content"), _("What the technology of the experience consists of."))
    methods = models.TextField(_("methods and techniques"), blank=True)
    means = models.TextField(_("means"), blank=True)
    steps = StreamField(
        [("step", StepBlock())],
        verbose_name=_("steps"),
        blank=True,
        help_text=_("So that a colleague can repeat them tomorrow; minutes where they are known."),
    )
    results_text = rich_text(
        _("How it was measured"),
        _("Who measured, with what, what the figures say and what they do not."),
    )
    no_results_reason = models.TextField(
        _("why nothing was measured"),
        blank=True,
        help_text=_("Only where there are no rows of results."),
    )
    evidence_pupils = models.PositiveIntegerField(
        _("pupils the results rest on"), null=True, blank=True
    )
    evidence_from = models.DateField(_("measured from"), null=True, blank=True)
    evidence_to = models.DateField(_("measured to"), null=True, blank=True)
    comparison = models.CharField(
        _("compared with what"),
        max_length=160,
        blank=True,
        help_text=_("For example: with the beginning of the year, without a parallel class."),
    )
    weekly_minutes = models.PositiveSmallIntegerField(
        _("labour a week, minutes"), null=True, blank=True, help_text=_("The teacher's own time.")
    )
    preparation = models.TextField(_("preparation"), blank=True)
    risks = models.TextField(_("risks"), blank=True)
    limitations = models.TextField(_("limitations"), blank=True)
    suits_whom = models.CharField(
        _("whom it suits"),
        max_length=120,
        blank=True,
        help_text=_("Shown at the top, in a few words."),
    )
    transfer = rich_text(
        _("Addressees, conditions of transfer"),
        _("For whom it is meant and what must be there to repeat it."),
    )
    conclusions = rich_text(_("Conclusions"), _("What a colleague should take away."))

    kind = "experience"
    base_form_class = MaterialForm
    edit_handler = experience_edit_handler()
    template = "pages/experience_page.html"
    page_description = _(
        "A teacher's experience by the sections of the paper form, with measured results."
    )
    needed_for_publication = {
        "relevance": _("Write why it matters: which difficulty the experience answers."),
        "conditions": _("Describe where the experience arose and where it works."),
        "class_size": _("Give the number of pupils in the class."),
        "instruction_language": _("Choose the language of instruction."),
        "equipment": _("Say what equipment is needed; “nothing special” is an answer too."),
        "hours": _("Give the hours it takes."),
        "leading_idea": _("Write the leading idea in one or two sentences."),
        "theory": _("Say what the experience rests on."),
        "novelty_level": _("Choose the level of novelty."),
        "novelty": _("Say what exactly is new."),
        "aim": _("Write the aim."),
        "content": _("Describe the content of the technology."),
        "methods": _("Name the methods and techniques."),
        "means": _("Name the means."),
        "steps": _("Describe at least one step."),
        "weekly_minutes": _("Say how many minutes a week it takes the teacher."),
        "risks": _("Name the risks."),
        "limitations": _("Name the limitations: where it does not work."),
        "transfer": _("Describe to whom it is addressed and the conditions of transfer."),
        "conclusions": _("Write the conclusions."),
        "literature": _("Name at least one source."),
        **GENERALISATION,
    }
    asked_by_rules = ("results",)
    publishing_rules = (results_or_reason, result_rows_are_whole, evidence_in_order)

    class Meta:
        verbose_name = _("experience write-up")
        verbose_name_plural = _("experience write-ups")
