"""Small views of the portal: the door, health, errors."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bilingual.pairs import active_language

from .home import type_cards


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Lead `/` to the reader's language; the middleware has negotiated it."""
    return HttpResponseRedirect(f"/{active_language()}/")


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process answers; touches nothing."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Say that the database answers; an error of the database is the answer 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ready"})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a malformed request with the page for 404: a reader can do the same with both."""
    return render(request, "errors/404.html", _ways_on(request), status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403."""
    return render(request, "errors/403.html", _ways_on(request), status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with a search field."""
    return render(request, "errors/404.html", _ways_on(request), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 with a page that needs nothing which may be broken."""
    return render(None, "errors/500.html", status=500)


def _ways_on(request: HttpRequest) -> dict[str, object]:
    return {"types": type_cards(request)}
