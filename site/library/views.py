"""Documents are served by the application, never from the public media folder."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from .models import PortalDocument


@require_safe
def download(request: HttpRequest, document_id: int, filename: str = "") -> HttpResponseBase:
    """Serve a document as an attachment after Wagtail's checks of its collection.

    The name in an old address does not count: a file that was replaced keeps its address.
    """
    document = get_object_or_404(PortalDocument, pk=document_id)
    return serve(request, str(document_id), document.filename)
