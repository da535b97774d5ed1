"""Methodological guides: how to organise a thing, with tasks to take and a body that recommended it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from experience.blocks import MainPartBlock
from experience.forms import MaterialForm
from experience.panels import guide_edit_handler
from experience.rules import (
    GENERALISATION,
    generalised_or_reason,
    main_part_or_file,
    pictures_of_main_part_have_consent,
)

from .knowledge import KnowledgePage
from .rich_text import rich_text


class GuidePage(KnowledgePage):
    """Методическое пособие · әдістемелік құрал."""

    guide_kind = models.ForeignKey(
        "experience.GuideKind",
        verbose_name=_("kind of guide"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    aim = models.TextField(_("aim"), blank=True, help_text=_("What the guide helps to do."))
    expected_result = models.TextField(
        _("expected result"), blank=True, help_text=_("What changes for the reader who follows it.")
    )
    introduction = rich_text(_("Introduction"), _("Why it was written, for whom, how to use it."))
    main_part = StreamField(
        MainPartBlock(),
        verbose_name=_("Main part"),
        blank=True,
        help_text=_("Headings, texts, tasks, tables and pictures in any order."),
    )
    guide_file = models.ForeignKey(
        "library.PortalDocument",
        verbose_name=_("file that is the guide"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Instead of the main part, or beside it."),
    )
    conclusion = rich_text(_("Conclusion"))
    appendices = rich_text(_("Appendices"), _("What the attached files are."))
    pages_in_print = models.PositiveSmallIntegerField(_("pages in print"), null=True, blank=True)
    no_protocol_reason = models.CharField(
        _("why there is no protocol"),
        max_length=300,
        blank=True,
        help_text=_("Only where there is none: a reason that readers may see."),
    )

    kind = "guide"
    base_form_class = MaterialForm
    edit_handler = guide_edit_handler()
    template = "pages/guide_page.html"
    page_description = _(
        "Recommendations, instructions, a collection of tasks or an author's programme."
    )
    needed_for_publication = {
        "guide_kind": _("Choose the kind of the guide."),
        "introduction": _("Write an introduction: why, for whom, with what aim."),
        "aim": _("Write the aim."),
        "expected_result": _("Say what changes for the reader who follows the guide."),
    }
    asked_by_rules = ("main_part", "reviewers", *GENERALISATION)
    publishing_rules = (
        main_part_or_file,
        pictures_of_main_part_have_consent,
        generalised_or_reason,
    )

    class Meta:
        verbose_name = _("methodological guide")
        verbose_name_plural = _("methodological guides")

    @classmethod
    def reading_queryset(cls) -> models.QuerySet:
        # The text of the file may be a million letters; the page asks only whether there is one.
        queryset = super().reading_queryset().select_related("guide_file__text")
        return queryset.defer("guide_file__text__pages")
