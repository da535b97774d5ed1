"""The switch between the versions of a page, and the panel of the low-vision version."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from bilingual.pairs import active_language
from pages.preferences import (
    COLOURS,
    COOKIE,
    COOKIE_SECONDS,
    PICTURES,
    SIZES,
    SPACINGS,
    Preferences,
    parse,
    preferences_of,
)


class HttpResponseSeeOther(HttpResponseRedirect):
    """Lead a browser from its POST to a page that it GETs."""

    status_code = 303


# Pages are cached for everybody, so they hold no token, and a forged choice of looks does no harm.
@csrf_exempt
@require_POST
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice `view` in the cookie, or forget it for the ordinary version; lead back to `next`.

    An unknown choice is the ordinary version; an address of another site is the home page.
    """
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        back = f"/{active_language()}/"
    response = HttpResponseSeeOther(back)
    if value := parse(request.POST.get("view", "")).cookie_value:
        response.set_cookie(
            COOKIE,
            value,
            max_age=COOKIE_SECONDS,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def appearance(request: HttpRequest) -> dict[str, Any]:
    """Return what base.html says of the looks of the page that `request` shows."""
    preferences = preferences_of(request)
    is_shown_again = request.method in ("GET", "HEAD")
    return {
        "preferences": preferences,
        "url": reverse("choose_view"),
        "next": request.get_full_path() if is_shown_again else f"/{active_language()}/",
        "low_vision": Preferences(is_low_vision=True).cookie_value,
        "lite": Preferences(chose_lite=True).cookie_value,
        "panel": panel(preferences) if preferences.is_low_vision else [],
    }


def panel(preferences: Preferences) -> list[dict[str, Any]]:
    """Return the groups of buttons of the low-vision version; each button holds a whole choice."""
    colours = (_("Black on white"), _("White on black"), _("Dark blue on light blue"))
    spacings = (pgettext("spacing", "Usual"), pgettext("spacing", "Wide"))
    pictures = (pgettext("pictures", "Shown"), pgettext("pictures", "Hidden"))
    sizes = (_("Large"), _("Larger"), _("Largest"))
    return [
        _group(preferences, "size", _("Size of letters"), SIZES, sizes),
        _group(preferences, "colours", _("Colours"), COLOURS, colours),
        _group(preferences, "spacing", _("Spacing"), SPACINGS, spacings),
        _group(preferences, "pictures", _("Pictures"), PICTURES, pictures),
    ]


def _group(
    preferences: Preferences,
    name: str,
    title: str,
    values: tuple[str, ...],
    labels: tuple[str, ...],
) -> dict[str, Any]:
    def changed(value: str) -> Preferences:
        change: dict[str, Any] = {name: value}
        return replace(preferences, **change)

    return {
        "name": name,
        "title": title,
        "buttons": [
            {
                "name": value,
                "label": label,
                "value": changed(value).cookie_value,
                "is_pressed": getattr(preferences, name) == value,
            }
            for value, label in zip(values, labels, strict=True)
        ],
    }
