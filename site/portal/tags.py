"""Pages of tags."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from experience.models import Tag
from experience.presentation.rows import material_row
from search.paging import page_links
from search.query import SearchQuery

from .catalogue import materials

PAGE_SIZE = 20


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the materials of a tag; a merged one leads to the one that counts."""
    tag = get_object_or_404(Tag.objects.select_related("merged_into"), slug=slug)
    if tag.merged_into_id:
        return redirect(tag.current(), permanent=True)
    page = SearchQuery.from_parameters(request.GET, {}).page
    found = materials(request, {"tag": (tag.slug,)}, page=page, page_size=PAGE_SIZE)
    if not found.hits:
        raise Http404
    label = tag.label
    return render(
        request,
        "pages/tag.html",
        {
            "page_title": label,
            "page_description": _("%(name)s: experience, guides and technologies.")
            % {"name": label},
            "tag": {
                "name": label,
                "lang": getattr(label, "language", ""),
                "line": ngettext("%(count)d material", "%(count)d materials", found.total)
                % {"count": found.total},
            },
            "breadcrumbs": [{"label": _("Search"), "url": reverse("search")}],
            "materials": [material_row(hit) for hit in found.hits],
            **page_links(page, found.page_count, lambda number: f"?page={number}"),
        },
    )
