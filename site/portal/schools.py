"""Pages of schools."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext
from django.views.decorators.http import require_safe

from accounts.models import School
from bilingual.pairs import active_language
from experience.presentation import formats
from experience.presentation.rows import material_row

from .authors import person
from .catalogue import MOST_MATERIALS, counts, materials
from .structured import school_profile


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the schools of the district."""
    counted = counts("authorships__school")
    schools = School.objects.current().order_by(f"sort_{active_language()}")
    return render(
        request,
        "pages/schools.html",
        {
            "heading": _("Schools of the district"),
            "page_title": _("Schools of the district"),
            "page_description": _("Schools and kindergartens with their authors and materials."),
            "intro": "",
            "breadcrumbs": [],
            "schools": [
                {
                    "name": school.name,
                    "lang": school.name.language,
                    "url": school.get_absolute_url(),
                    "line": " · ".join(
                        filter(None, (school.village, _("small school") if school.is_small else ""))
                    ),
                    "count": counted.get(school.pk, 0),
                }
                for school in schools
            ],
        },
    )


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a school with its materials by type and its authors."""
    school = get_object_or_404(School.objects.select_related("merged_into"), slug=slug)
    if school.merged_into_id:
        return redirect(school.current(), permanent=True)
    found = materials(request, {"school": (school.slug,)}, page_size=MOST_MATERIALS)
    counted = counts("authorships__author")
    authors = list(
        school.authors.current().filter(pk__in=counted).order_by(f"sort_{active_language()}")
    )
    name = school.name
    return render(
        request,
        "pages/school.html",
        {
            "page_title": name,
            "page_description": _line(school),
            "structured": [school_profile(school)],
            "school": {
                "name": name,
                "lang": name.language,
                "line": _line(school),
                "links": _links(school),
            },
            "breadcrumbs": [{"label": _("Schools"), "url": reverse("schools")}],
            "figures": _figures(school, found.total, len(authors)),
            "groups": _groups(found.hits),
            "authors": [person(author, counted[author.pk]) for author in authors],
        },
    )


def _line(school: School) -> str:
    pieces = (
        school.village,
        school.get_kind_display(),
        _("small school") if school.is_small else "",
        _("languages of instruction: %(languages)s")
        % {"languages": school.get_languages_display()},
    )
    return " · ".join(filter(None, (str(piece) for piece in pieces)))


def _links(school: School) -> list[dict[str, str]]:
    return [{"label": school.website, "url": school.website}] if school.website else []


def _figures(school: School, materials_count: int, authors_count: int) -> list[dict[str, str]]:
    figures = [
        {
            "value": str(materials_count),
            "label": ngettext("material in the bank", "materials in the bank", materials_count),
        }
    ]
    if authors_count:
        figures.append(
            {
                "value": str(authors_count),
                "label": npgettext("count", "author", "authors", authors_count),
            }
        )
    if school.pupils:
        figures.append(
            {
                "value": formats.number(school.pupils),
                "label": npgettext("count", "pupil", "pupils", school.pupils),
            }
        )
    return figures


def _groups(hits) -> list[dict[str, object]]:
    """Return the materials by type, in the order of the sections."""
    titles = {"experience": _("Experience"), "guide": _("Guides"), "technology": _("Technologies")}
    groups: list[dict[str, object]] = []
    for kind, title in titles.items():
        rows = [material_row(hit) for hit in hits if hit.kind == kind]
        if rows:
            groups.append({"title": title, "id": kind, "rows": rows})
    return groups
