"""The home page: finding before news."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel

from bilingual.pairs import Bilingual
from bilingual.panels import pair
from pages.models import BilingualPage


class HomePage(BilingualPage):
    """The first page: a sentence, a search field with real queries, ways to look around, what is new."""

    search_prompt_kk = models.CharField(
        _("words above the search in Kazakh"), max_length=200, blank=True
    )
    search_prompt_ru = models.CharField(
        _("words above the search in Russian"), max_length=200, blank=True
    )
    example_queries_kk = models.TextField(
        _("example queries in Kazakh"), blank=True, help_text=_("One a line; four fit.")
    )
    example_queries_ru = models.TextField(
        _("example queries in Russian"), blank=True, help_text=_("One a line; four fit.")
    )

    search_prompt = Bilingual("search_prompt")
    example_queries = Bilingual("example_queries")

    content_panels = [
        *BilingualPage.content_panels,
        MultiFieldPanel(
            [
                pair("search_prompt"),
                pair("example_queries"),
            ],
            heading=_("Search"),
        ),
    ]

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["portal.SectionPage", "portal.TextsPage", "portal.TextPage", "portal.ActsPage"]
    template = "pages/home_page.html"
    page_description = _("The first page of the portal.")

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        from portal.home import home_context

        return super().get_context(request, *args, **kwargs) | home_context(self, request)
