"""The accessibility statement, which stands on every installation."""

from datetime import date

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from experience.presentation import formats
from pages.models import DistrictSettings
from pages.routing import route, serve

SLUG = "accessibility"

# When what templates/pages/accessibility.html says was last compared with the portal.
CHECKED_ON = date(2026, 11, 23)


@require_safe
def statement(request: HttpRequest) -> HttpResponseBase:
    """Show the text page that the cabinet has put at this address, else the portal's own statement."""
    if route(request, SLUG):
        return serve(request, SLUG)
    context = {
        "page_title": _("Accessibility"),
        "page_description": _(
            "How to read this site aloud, in large letters, from the keyboard and on paper, and what is still missing."
        ),
        "department": DistrictSettings.current().department,
        "checked": formats.full_date(CHECKED_ON),
    }
    return render(request, "pages/accessibility.html", context)
