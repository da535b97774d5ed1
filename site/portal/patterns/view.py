"""The page of the pattern library, and its place in the menu of the CMS."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from bilingual.pairs import INTERFACE_LANGUAGES, active_language
from portal.appearance import appearance
from portal.furniture import SWITCH_LABELS, standing_furniture
from portal.patterns.library import patterns


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Put the library beside Wagtail's own views, open to those who may enter the CMS."""
    return [path("patterns/", pattern_library, name="pattern_library")]


@hooks.register("register_settings_menu_item")
def menu_item() -> MenuItem:
    """Lead to the library from the settings."""
    return MenuItem(
        _("Pattern library"),
        reverse("pattern_library"),
        name="pattern-library",
        icon_name="pilcrow",
        order=1000,
    )


@require_safe
def pattern_library(request: HttpRequest) -> HttpResponse:
    """Show every component with all its states in the house of the portal, in the `language` of the address."""
    language = request.GET.get("language", "")
    with translation.override(language if language in INTERFACE_LANGUAGES else active_language()):
        shown = active_language()
        return render(
            request,
            "patterns/library.html",
            {
                **standing_furniture(request),
                "appearance": appearance(request),
                "switch": [
                    {
                        "code": code,
                        "label": label,
                        "url": f"?language={code}",
                        "current": code == shown,
                    }
                    for code, label in SWITCH_LABELS.items()
                ],
                "page_title": _("Pattern library"),
                "patterns": patterns(),
            },
        )
