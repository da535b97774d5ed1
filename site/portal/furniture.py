"""What stands on every public page: cabinet, navigation, language switch, footer, contacts."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from bilingual.pairs import INTERFACE_LANGUAGES, active_language
from experience.pictures import picture_from
from library.models import PortalImage
from pages.cached import kept
from pages.languages import prefix_language, switch_addresses, without_prefix
from pages.models import DistrictSettings
from search.addresses import absolute

from .appearance import appearance
from .manifest import THEME_COLOUR
from .models import ActsPage, SectionPage, TextPage

SWITCH_LABELS = {"kk": "Қаз", "ru": "Рус"}
# As Open Graph names the languages.
LOCALES = {"kk": "kk_KZ", "ru": "ru_RU"}


def furniture(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the context of base.html, for every page but those of the CMS."""
    if request.path_info.startswith("/cms/"):
        return {}
    standing = standing_furniture(request)
    return {
        **standing,
        "navigation": [
            {**item, "current": request.path_info.startswith(item["url"])}
            for item in standing["navigation"]
        ],
        "switch": LazySwitch(request, active_language()),
        "own": _own(request, standing["preview"]),
        "appearance": appearance(request),
    }


def standing_furniture(request: HttpRequest) -> dict[str, Any]:
    """Return what is the same on every page in the active language."""
    language = active_language()
    return kept(request, ("furniture", language), lambda: _standing(language))


def _standing(language: str) -> dict[str, Any]:
    """Return what changes only with the settings and the pages of the cabinet."""
    district = DistrictSettings.current()
    sections = list(SectionPage.objects.live().order_by("path"))
    texts = list(TextPage.objects.live().public().filter(in_footer=True).order_by("path"))
    acts = ActsPage.objects.live().first()
    schools, authors, subjects = (reverse(name) for name in ("schools", "authors", "subjects"))
    statement = reverse("accessibility")
    return {
        "cabinet": {
            "name": district.cabinet,
            "name_lang": district.cabinet.language,
            "district": district.district,
            "bank": district.bank_name,
            "url": f"/{language}/",
            "logo": _logo(district.logo),
        },
        "navigation": [
            *({"label": page.label, "url": page.url} for page in sections),
            {"label": _("Subjects"), "url": subjects},
            {"label": _("Schools"), "url": schools},
        ],
        "search_url": reverse("search"),
        "suggestions_url": reverse("suggestions"),
        "selection_url": reverse("selection"),
        "opensearch_url": reverse("opensearch", args=[language]),
        "manifest_url": reverse("manifest"),
        "theme_colour": THEME_COLOUR,
        "locales": LOCALES,
        "preview": absolute(static("icons/preview.png")),
        "footer": [
            {
                "title": _("Materials"),
                "links": [
                    *({"label": page.name, "url": page.url} for page in sections),
                    {"label": _("By subject"), "url": subjects},
                    {"label": _("Authors"), "url": authors},
                ],
            },
            {
                "title": _("Cabinet"),
                "links": [
                    *({"label": page.name, "url": page.url} for page in texts),
                    *([{"label": acts.name, "url": acts.url}] if acts else []),
                    {"label": _("Schools of the district"), "url": schools},
                    # The cabinet may have written a text page of its own at that address.
                    *(
                        []
                        if any(page.url == statement for page in texts)
                        else [{"label": _("Accessibility"), "url": statement}]
                    ),
                ],
            },
        ],
        "contacts": {
            "address": district.address,
            "phone": district.phone,
            "phone_url": "tel:" + "".join(c for c in district.phone if c in "+0123456789"),
            "email": district.email,
            "hours": district.hours,
        },
        "footer_note": district.department,
    }


def _own(request: HttpRequest, preview: str) -> dict[str, Any]:
    """Return the page's own addresses.

    A part of a list has no other address that says the same, and a question is no page to be found by another.
    """
    path = request.path_info
    url = absolute(path)
    return {
        "url": url,
        "canonical": "" if "page" in request.GET else url,
        "alternates": []
        if request.GET or not prefix_language(path)
        else [
            {"lang": code, "url": absolute(f"/{code}{without_prefix(path)}")}
            for code in INTERFACE_LANGUAGES
        ],
        "image": preview,
    }


def _logo(image: PortalImage | None) -> dict[str, Any] | None:
    """Return the smallest ready size of the logo; None where the portal's own sign stands."""
    sizes = picture_from(image).sizes if image else []
    smallest = min(sizes, key=lambda size: (size.width, size.image_format != "webp"), default=None)
    return (
        {"url": smallest.url, "width": smallest.width, "height": smallest.height}
        if smallest
        else None
    )


class LazySwitch:
    """The language switch, made when the template reaches it: the page may have said what its other side is."""

    def __init__(self, request: HttpRequest, language: str) -> None:
        self.request = request
        self.language = language

    def __iter__(self) -> Any:
        translations = switch_addresses(self.request)
        for code in INTERFACE_LANGUAGES:
            yield {
                "code": code,
                "label": SWITCH_LABELS[code],
                "url": translations.get(code) or same_page(self.request, code),
                "current": code == self.language,
            }


def same_page(request: HttpRequest, language: str) -> str:
    """Return the address of the page that is shown, under the prefix of `language`, with its question."""
    if not prefix_language(request.path_info):
        return f"/{language}/"
    query = request.META.get("QUERY_STRING", "")
    address = f"/{language}{without_prefix(request.path_info)}"
    return f"{address}?{query}" if query else address
