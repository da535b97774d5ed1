"""Another try at the text of a document, in the CMS."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.documents.permissions import permission_policy

from library.models import PortalDocument
from library.tasks import read_again


@require_POST
def read_text_again(request: HttpRequest, document_id: int) -> HttpResponse:
    """Let the background process read the file once more; for those who may change the document."""
    document = get_object_or_404(PortalDocument, pk=document_id)
    if not permission_policy.user_has_permission_for_instance(request.user, "change", document):
        raise PermissionDenied
    if document.text and document.text.can_be_read_again:
        read_again(document.text)
        messages.success(request, _("The text of the file is being read again."))
    return redirect("wagtaildocs:edit", document_id)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Put the view beside Wagtail's of documents."""
    address = "documents/<int:document_id>/read-again/"
    return [path(address, read_text_again, name="document_read_again")]
