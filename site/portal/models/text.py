"""Plain text pages of the cabinet: about, contacts, staff."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from bilingual.pairs import Bilingual
from bilingual.panels import pair
from pages.models import BilingualPage

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextPage(BilingualPage):
    """A text in both languages."""

    lead_kk = models.TextField(_("introduction in Kazakh"), blank=True)
    lead_ru = models.TextField(_("introduction in Russian"), blank=True)
    body_kk = RichTextField(_("text in Kazakh"), blank=True, features=TEXT_FEATURES)
    body_ru = RichTextField(_("text in Russian"), blank=True, features=TEXT_FEATURES)
    in_footer = models.BooleanField(_("in the footer"), default=True)

    lead = Bilingual("lead")
    body = Bilingual("body")

    content_panels = [
        *BilingualPage.content_panels,
        pair("lead"),
        pair("body"),
        FieldPanel("in_footer"),
    ]

    parent_page_types = ["portal.HomePage", "portal.TextsPage"]
    subpage_types: list[str] = []
    template = "pages/text_page.html"
    page_description = _("A text in both languages: about the cabinet, contacts, staff.")

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")

    def get_context(self, request, *args, **kwargs):
        from portal.texts import text_context

        return super().get_context(request, *args, **kwargs) | text_context(self, request)


class TextsPage(BilingualPage):
    """A list of the text pages below it."""

    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.TextPage"]
    max_count = 1
    template = "pages/text_page.html"
    page_description = _("A list of text pages.")

    class Meta:
        verbose_name = _("list of text pages")

    def get_context(self, request, *args, **kwargs):
        from portal.texts import texts_context

        return super().get_context(request, *args, **kwargs) | texts_context(self, request)
