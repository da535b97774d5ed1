"""The editor's guide of `docs/`, shown in the CMS in the language that its reader chooses."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from bilingual.pairs import INTERFACE_LANGUAGES, active_language

# Raw HTML is no part of the guide.
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_HEADING = "# "


@hooks.register("register_help_menu_item")
def guide_menu_item() -> MenuItem:
    """Put the guide first in the menu of help."""
    return MenuItem(
        _("Editor's guide"), reverse("editors_guide"), name="guide", icon_name="help", order=100
    )


@require_safe
def editors_guide(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show the guide in `language`, or in that of the CMS; both are a link away from each other."""
    shown = language or active_language()
    if shown not in INTERFACE_LANGUAGES:
        raise Http404
    text = (settings.ROOT / "docs" / f"editors-guide.{shown}.md").read_text(encoding="utf-8")
    title, _break, body = text.removeprefix(_HEADING).partition("\n")
    return render(
        request,
        "experience/admin/editors_guide.html",
        {
            "page_title": title,
            "header_icon": "help",
            "language": shown,
            "languages": [
                (code, name) for code, name in settings.LANGUAGES if code in INTERFACE_LANGUAGES
            ],
            "body": mark_safe(_MARKDOWN.render(body)),
        },
    )
