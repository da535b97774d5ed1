"""Pages of authors."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.models import Author, School
from bilingual.collation import initial
from bilingual.pairs import active_language
from experience.presentation.rows import material_row

from .catalogue import MOST_MATERIALS, counts, materials
from .structured import author_profile


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the authors who have materials, by letter."""
    counted = counts("authorships__author")
    people = (
        Author.objects.current()
        .filter(pk__in=counted)
        .select_related("school", "category")
        .order_by(f"sort_{active_language()}")
    )
    letters = [
        {
            "letter": letter,
            "id": f"letter-{number}",
            "people": [person(author, counted[author.pk]) for author in group],
        }
        for number, (letter, group) in enumerate(
            groupby(people, key=lambda author: initial(author.full_name)), start=1
        )
    ]
    return render(
        request,
        "pages/authors.html",
        {
            "heading": _("Authors"),
            "page_title": _("Authors"),
            "page_description": _("The teachers whose experience is in the bank, by letter."),
            "breadcrumbs": [],
            "letters": letters,
        },
    )


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an author with all materials; a merged one leads to the one that counts."""
    author = get_object_or_404(
        Author.objects.select_related("school", "category", "merged_into"), slug=slug
    )
    if author.merged_into_id:
        return redirect(author.current(), permanent=True)
    found = materials(request, {"author": (author.slug,)}, page_size=MOST_MATERIALS)
    line = ", ".join(
        filter(None, (capfirst(author.post), author.category.name if author.category else ""))
    )
    figures = [
        {
            "value": str(found.total),
            "label": ngettext("material in the bank", "materials in the bank", found.total),
        }
    ]
    highest = max(
        (hit.display for hit in found.hits), key=lambda shown: shown["level_order"], default=None
    )
    if highest and highest["level"]:
        figures.append(
            {"value": highest["level"], "label": _("the highest level of generalisation")}
        )
    name = author.full_name
    return render(
        request,
        "pages/author.html",
        {
            "page_title": name,
            "page_description": " · ".join(filter(None, (line, str(author.school or "")))),
            "page_kind": "profile",
            "structured": [author_profile(author)],
            "author": {
                "name": name,
                "lang": name.language,
                "line": line,
                "links": [_school_link(author.school)] if author.school else [],
            },
            "breadcrumbs": [{"label": _("Authors"), "url": reverse("authors")}],
            "figures": figures,
            "materials": [material_row(hit, sealed=True) for hit in found.hits],
        },
    )


def _school_link(school: School) -> dict[str, str]:
    school = school.current()
    return {"label": school.name, "url": school.get_absolute_url(), "lang": school.name.language}


def person(author: Author, count: int) -> dict[str, object]:
    """Return a row of a list of authors."""
    name = author.full_name
    return {
        "name": name,
        "lang": name.language,
        "url": author.get_absolute_url(),
        "line": " · ".join(
            filter(None, (author.post, author.school.name if author.school else ""))
        ),
        "count": count,
    }
