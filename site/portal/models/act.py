"""The library of local acts: hypertext and file, with number, date and signatory."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField

from bilingual.pairs import Bilingual
from bilingual.panels import pair
from pages.models import BilingualPage

from .text import TEXT_FEATURES


class ActsPage(BilingualPage):
    """The list of acts, those in force first."""

    lead_kk = models.TextField(_("introduction in Kazakh"), blank=True)
    lead_ru = models.TextField(_("introduction in Russian"), blank=True)

    lead = Bilingual("lead")

    content_panels = [
        *BilingualPage.content_panels,
        pair("lead"),
    ]

    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.ActPage"]
    max_count = 1
    template = "pages/acts_page.html"
    page_description = _("The library of local acts.")

    class Meta:
        verbose_name = _("library of acts")

    def get_context(self, request, *args, **kwargs):
        from portal.acts import acts_context

        return super().get_context(request, *args, **kwargs) | acts_context(self, request)


class ActPage(BilingualPage):
    """A local act."""

    class State(models.TextChoices):
        IN_FORCE = "in-force", _("in force")
        REPEALED = "repealed", _("repealed")

    number = models.CharField(_("number"), max_length=40)
    date = models.DateField(_("date"))
    signatory_kk = models.CharField(_("signatory in Kazakh"), max_length=200)
    signatory_ru = models.CharField(_("signatory in Russian"), max_length=200)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.IN_FORCE
    )
    replaced_by = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaces",
    )
    body_kk = RichTextField(_("text in Kazakh"), features=TEXT_FEATURES)
    body_ru = RichTextField(_("text in Russian"), features=TEXT_FEATURES)
    document = models.ForeignKey(
        "library.PortalDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The signed act as it is downloaded."),
    )

    signatory = Bilingual("signatory")
    body = Bilingual("body")

    content_panels = [
        *BilingualPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("date")]),
                pair("signatory"),
                FieldRowPanel(
                    [FieldPanel("state"), PageChooserPanel("replaced_by", "portal.ActPage")]
                ),
            ],
            heading=_("Particulars"),
        ),
        pair("body"),
        FieldPanel("document"),
    ]

    parent_page_types = ["portal.ActsPage"]
    subpage_types: list[str] = []
    template = "pages/act_page.html"
    page_description = _("A local act as hypertext and as a file.")

    class Meta:
        verbose_name = _("local act")
        verbose_name_plural = _("local acts")

    def get_context(self, request, *args, **kwargs):
        from portal.acts import act_context

        return super().get_context(request, *args, **kwargs) | act_context(self, request)
