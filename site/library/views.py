"""Files are served by the application: documents after the checks of their collection, pictures while they may be shown."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views import static
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from .models import PortalDocument, PortalRendition

# Seconds for which a browser keeps a picture; nobody else does, so that a consent can be withdrawn.
KEPT = 24 * 60 * 60


@require_safe
def download(request: HttpRequest, document_id: int, filename: str = "") -> HttpResponseBase:
    """Serve a document as an attachment after Wagtail's checks of its collection.

    The name in an old address does not count: a file that was replaced keeps its address.
    """
    document = get_object_or_404(PortalDocument, pk=document_id)
    return serve(request, str(document_id), document.filename)


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """Serve a file of the media folder: a size of a picture that may be shown to everybody, the rest to editors.

    Without a consent that holds a picture has no address for readers, nor has an original.
    """
    size = PortalRendition.objects.filter(file=name).select_related("image__consent").first()
    is_public = size is not None and size.image.may_be_shown
    if not is_public and not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    response = static.serve(request, name, document_root=str(settings.MEDIA_ROOT))
    patch_cache_control(response, private=True, max_age=KEPT if is_public else 0)
    return response
