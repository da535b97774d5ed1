"""Consents in the CMS, with the pages on which their pictures stand; texts of documents."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import InspectView

from library import text_admin  # noqa: F401
from library.consents import uses_of
from library.models import Consent
from records.admin import RecordViewSet


class ConsentInspectView(InspectView):
    """A consent with its pictures and the pages that show them."""

    template_name = "library/consent.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"uses": uses_of(self.object)}


class ConsentViewSet(RecordViewSet):
    """The written consents."""

    model = Consent
    icon = "doc-full"
    menu_label = gettext_lazy("Consents")
    menu_order = 140
    add_to_admin_menu = True
    inspect_view_class = ConsentInspectView
    inspect_template_name = "library/consent.html"
    usage = Count("pictures")
    usage_label = gettext_lazy("Pictures")
    list_display = [
        "__str__",
        DateColumn("given_on", label=gettext_lazy("Given on"), sort_key="given_on"),
        DateColumn("valid_until", label=gettext_lazy("Valid until"), sort_key="valid_until"),
        DateColumn("withdrawn_on", label=gettext_lazy("Withdrawn on"), sort_key="withdrawn_on"),
    ]
    list_filter = {"withdrawn_on": ["isnull"]}
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("given_on"), FieldPanel("given_by")]),
            FieldRowPanel([FieldPanel("valid_until"), FieldPanel("withdrawn_on")]),
            FieldPanel("note"),
        ]
    )


register_snippet(ConsentViewSet)


@hooks.register("after_edit_snippet")
def name_the_pages(request: HttpRequest, instance: Any) -> None:
    """Say at once on which pages the pictures of a consent stood that does not hold any more."""
    if not isinstance(instance, Consent) or instance.holds:
        return
    pages = {use.page.pk: use.page for use in uses_of(instance)}
    if not pages:
        return
    url = reverse(ConsentViewSet().get_url_name("inspect"), args=[instance.pk])
    messages.warning(
        request,
        format_html(
            '{} <a href="{}">{}</a>',
            _(
                "The pictures of this consent are hidden on the portal now. Pages with them: %(titles)s."
            )
            % {"titles": ", ".join(f"«{page}»" for page in pages.values())},
            url,
            _("Show all"),
        ),
    )
