"""The context of the home page."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from bilingual.collation import sort_key
from bilingual.pairs import active_language
from experience.models import Subject
from experience.presentation import formats
from pages.cached import kept
from pages.models import DistrictSettings
from search.sources import facet_choices

from .catalogue import counts, public_total, rows
from .models import HomePage, SectionPage
from .structured import website

NEWEST = 5
SUBJECTS = 15
SUITS = (("level", "preschool"), ("suits", "small-school"), ("suits", "inclusive"))


def home_context(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """Return the context of `pages/home_page.html`: finding before news."""
    search = reverse("search")
    return {
        "page_title": "",
        "page_description": page.search_description or page.search_prompt,
        "structured": [website(kept(request, "district", DistrictSettings.current))],
        "hero": {
            "title": page.name,
            "label": page.search_prompt,
            "queries_label": _("Often asked"),
            "queries": [
                {"label": query.strip(), "url": f"{search}?{urlencode({'q': query.strip()})}"}
                for query in page.example_queries.splitlines()
                if query.strip()
            ][:4],
        },
        "types": type_cards(request),
        "grades": grade_ruler(request, search),
        "suits": _suits(request, search),
        "subjects": subject_index(request)[:SUBJECTS],
        "subjects_url": reverse("subjects"),
        "newest": rows(request, {}, page_size=NEWEST),
        "newest_url": f"{search}?sort=date",
    }


def bank_sections(request: HttpRequest) -> list[SectionPage]:
    """Return the sections of the bank in their order."""
    return kept(request, "sections", lambda: list(SectionPage.objects.live().order_by("path")))


def type_cards(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the three types with their counts and the question each answers."""
    return [
        {
            "type": section.material_kind,
            "title": section.name,
            "url": section.url,
            "count": public_total(request, "type", section.material_kind),
            "question": section.lead,
        }
        for section in bank_sections(request)
    ]


def grade_ruler(request: HttpRequest, search: str) -> list[dict[str, str]]:
    """Return the twelve grades; one without materials has no address."""
    counted = kept(request, "grades", lambda: counts("grades__code"))
    return [
        {
            "grade": str(number),
            "url": f"{search}?grade={number}" if counted.get(str(number)) else "",
            "label": formats.grades([number]),
        }
        for number in range(12)
    ]


def subject_index(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the subjects that have materials, in the alphabet of the interface."""
    language = active_language()

    def build() -> list[dict[str, Any]]:
        counted = counts("subjects")
        subjects = Subject.objects.filter(pk__in=counted)
        items = [
            {"label": subject.name, "url": subject.get_absolute_url(), "count": counted[subject.pk]}
            for subject in subjects
        ]
        return sorted(items, key=lambda item: sort_key(item["label"]))

    return kept(request, ("subject index", language), build)


def _suits(request: HttpRequest, search: str) -> list[dict[str, Any]]:
    """Return the ways in that a district asks for most: preschool, small school, inclusive."""
    choices = facet_choices(request, active_language())
    items = []
    for facet, value in SUITS:
        choice = choices.get(facet, {}).get(value)
        total = public_total(request, facet, value)
        if total and choice:
            url = f"{search}?{urlencode({facet: value})}"
            items.append({"label": choice.label, "url": url, "count": total})
    return items
