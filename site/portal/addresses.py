"""`/m/<number>/`: the address of a material for years."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.pairs import active_language, choose
from experience.models import KnowledgePage, PermanentAddress
from experience.presentation import formats
from experience.presentation.addresses import page_address

from .home import type_cards


@require_safe
def permanent_address(request: HttpRequest, number: str) -> HttpResponse:
    """Redirect to the page in the reader's language; answer 410 with reason and successor for a withdrawn one."""
    try:
        address = PermanentAddress.objects.select_related("successor").get(pk=int(number))
    except (PermanentAddress.DoesNotExist, OverflowError) as error:
        raise Http404 from error
    language = active_language()
    pages = {page.language: page for page in KnowledgePage.objects.live().filter(address=address)}
    if page := pages.get(language) or next(iter(pages.values()), None):
        response = HttpResponseRedirect(page_address(page.url_path, language))
        response.headers["Cache-Control"] = "max-age=300"
        return response
    if address.state != PermanentAddress.State.WITHDRAWN:
        raise Http404
    context = {"withdrawn": _withdrawn(address), "types": type_cards(request)}
    return render(request, "errors/410.html", context, status=410)


def _withdrawn(address: PermanentAddress) -> dict[str, Any]:
    successor = address.successor
    return {
        "number": f"№{formats.NO_BREAK}{address.display_number}",
        "title": address.title,
        "lang": address.language,
        "date": formats.full_date(address.withdrawn_on),
        "reason": choose(address.reason_kk, address.reason_ru) or _("The reason was not given."),
        "successor": {
            "label": successor.title or successor.display_number,
            "url": successor.get_absolute_url(),
            "lang": successor.language,
        }
        if successor
        else None,
    }
