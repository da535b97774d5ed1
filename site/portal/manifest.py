"""What a phone or a browser needs to keep the portal among its own icons."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from bilingual.pairs import active_language
from pages.models import DistrictSettings

CONTENT_TYPE = "application/manifest+json"

# The token `sky`: the colour of the browser's bar above the page.
THEME_COLOUR = "#0a4a57"
# The token `paper`: what is seen until the page is.
BACKGROUND = "#faf7f0"

# File, its sides, its type, what it is for.
ICONS = (
    ("icons/icon.svg", "any", "image/svg+xml", "any"),
    ("icons/icon-192.png", "192x192", "image/png", "any"),
    ("icons/icon-512.png", "512x512", "image/png", "any"),
    ("icons/maskable-512.png", "512x512", "image/png", "maskable"),
)


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Describe the portal as an application in the language of the prefix."""
    district = DistrictSettings.current()
    language = active_language()
    home = f"/{language}/"
    members = {
        "id": home,
        "name": ", ".join(filter(None, (district.bank_name, district.district))),
        "short_name": _("Practice bank"),
        "lang": language,
        "dir": "ltr",
        "start_url": home,
        # The whole site: the switch of language and permanent addresses stay inside.
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": THEME_COLOUR,
        "background_color": BACKGROUND,
        "icons": [
            {"src": static(name), "sizes": sizes, "type": kind, "purpose": purpose}
            for name, sizes, kind, purpose in ICONS
        ],
        "shortcuts": [{"name": _("Search"), "url": reverse("search")}],
    }
    return JsonResponse(
        members, content_type=CONTENT_TYPE, json_dumps_params={"ensure_ascii": False}
    )


@require_safe
@cache_control(public=True, max_age=86_400)
def icon(request: HttpRequest, name: str) -> HttpResponse:
    """Lead those who ask for an icon at the address that all sites have it at."""
    return HttpResponseRedirect(static(f"icons/{name}"))
