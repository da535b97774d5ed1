"""The completeness line by itself, read again by the editor after each save."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from experience.completeness import completeness_context
from experience.models import KnowledgePage


@require_safe
def material_completeness(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the line for the newest revision to those who may edit the material."""
    page = get_object_or_404(KnowledgePage, pk=page_id).get_latest_revision_as_object()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return render(request, "experience/admin/completeness_line.html", completeness_context(page))
