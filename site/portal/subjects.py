"""Pages of subjects."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from experience.models import Area, Grade, Subject
from experience.presentation import formats
from experience.presentation.rows import material_row

from .catalogue import MOST_MATERIALS, counts, materials
from .home import bank_sections, grade_ruler, subject_index

MOST_IN_A_GRADE = 10


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List subjects and areas that have materials, with the ruler of grades."""
    search = reverse("search")
    counted = counts("areas")
    areas = [
        {"label": area.name, "url": f"{search}?area={area.code}", "count": counted[area.pk]}
        for area in Area.objects.filter(pk__in=counted)
    ]
    groups = [
        {"title": _("Subjects"), "id": "subjects", "items": subject_index(request)},
        {"title": _("Areas without a subject"), "id": "areas", "items": areas},
    ]
    return render(
        request,
        "pages/subjects.html",
        {
            "heading": _("Subjects"),
            "page_title": _("Subjects"),
            "page_description": _("Experience, guides and technologies by subject and grade."),
            "breadcrumbs": [],
            "groups": [group for group in groups if group["items"]],
            "grades": grade_ruler(request, search),
        },
    )


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show a subject with its materials by grade; a merged one leads to the one that counts."""
    subject = get_object_or_404(
        Subject.objects.select_related("merged_into", "renamed_to"), code=code
    )
    if subject.merged_into_id:
        return redirect(subject.current(), permanent=True)
    search = reverse("search")
    grades = list(subject.grades.order_by("order"))
    found = materials(request, {"subject": (subject.code,)}, page_size=MOST_MATERIALS)
    name = subject.name
    return render(
        request,
        "pages/subject.html",
        {
            "page_title": name,
            "page_description": _("%(name)s: experience, guides and technologies by grade.")
            % {"name": name},
            "subject": {
                "name": name,
                "lang": name.language,
                "line": formats.grades(grade.number for grade in grades),
                "former_names": [str(term) for term in subject.former_names.all()],
            },
            "breadcrumbs": [{"label": _("Subjects"), "url": reverse("subjects")}],
            "counts": _counts(request, subject, found.hits),
            "grades": _ruler(subject, grades, found.hits, search),
            "groups": _groups(subject, grades, found.hits, search),
        },
    )


def _counts(request: HttpRequest, subject: Subject, hits) -> list[dict[str, object]]:
    return [
        {
            "label": section.label,
            "url": f"{section.url}?subject={subject.code}",
            "count": sum(hit.kind == section.material_kind for hit in hits),
        }
        for section in bank_sections(request)
        if any(hit.kind == section.material_kind for hit in hits)
    ]


def _ruler(subject: Subject, grades: list[Grade], hits, search: str) -> list[dict[str, str]]:
    present = {number for hit in hits for number in hit.display["grades"]}
    return [
        {
            "grade": grade.code,
            "url": f"{search}?subject={subject.code}&grade={grade.code}"
            if grade.number in present
            else "",
            "label": formats.grades([grade.number]),
        }
        for grade in grades
    ]


def _groups(subject: Subject, grades: list[Grade], hits, search: str) -> list[dict[str, object]]:
    """Return the materials under each grade; those that depend on no grade stand last."""
    groups: list[dict[str, object]] = []
    for grade in grades:
        here = [hit for hit in hits if grade.number in hit.display["grades"]]
        if here:
            more = {
                "label": _("All of this grade"),
                "url": f"{search}?subject={subject.code}&grade={grade.code}",
            }
            groups.append(
                {
                    "title": formats.grades([grade.number]),
                    "id": f"grade-{grade.code}",
                    "rows": [material_row(hit) for hit in here[:MOST_IN_A_GRADE]],
                    "more": more if len(here) > MOST_IN_A_GRADE else None,
                }
            )
    numbers = {grade.number for grade in grades}
    others = [hit for hit in hits if not numbers & set(hit.display["grades"])]
    if others:
        groups.append(
            {
                "title": _("Other grades"),
                "id": "other",
                "rows": [material_row(hit) for hit in others],
            }
        )
    return groups
