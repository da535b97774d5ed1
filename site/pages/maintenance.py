"""The page that stands for the portal while an administrator works on it.

One file says that it does: the page itself, which a proxy can show as well while no process answers. The time of
the file is when the work is to end.
"""

import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware
from django.template.loader import render_to_string

from .security_headers import SecurityHeadersMiddleware

# Seconds after which to ask again, where the end is not known or near.
SHORTEST_WAIT = 300


class MaintenanceMiddleware:
    """Answer everything with the page while its file is there, without the database.

    The style of the page is still served, and `/healthz`, so that nobody starts the process anew meanwhile.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._path: Path = settings.MAINTENANCE_PAGE
        self._served = (settings.STATIC_URL, "/healthz")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        shown = _shown(self._path)
        if shown is None or request.path_info.startswith(self._served):
            return self.get_response(request)
        # The stubs let it answer in a coroutine, too; behind WSGI it never does.
        secured: Any = SecurityMiddleware(lambda _request: _answer(*shown))
        return SecurityHeadersMiddleware(secured)(request)


def _shown(path: Path) -> tuple[bytes, float] | None:
    """Return the page and when the work is to end, None where nothing is worked on."""
    try:
        return path.read_bytes(), path.stat().st_mtime
    except FileNotFoundError:
        return None


def _answer(page: bytes, end: float) -> HttpResponse:
    response = HttpResponse(page, status=503)
    response.headers["Retry-After"] = str(max(SHORTEST_WAIT, round(end - time.time())))
    response.headers["Cache-Control"] = "no-store"
    return response


def page_text(end: datetime | None) -> str:
    """Return the page in both languages; `end` is when the work is to end, if that is known."""
    return render_to_string("errors/503.html", {"end": end.strftime("%H:%M") if end else ""})


def begin(end: datetime | None) -> None:
    """Show the page from now on."""
    path = settings.MAINTENANCE_PAGE
    draft = path.with_suffix(".draft")
    draft.write_text(page_text(end), encoding="utf-8")
    if end:
        os.utime(draft, (end.timestamp(), end.timestamp()))
    draft.replace(path)


def finish() -> None:
    """Show the portal again."""
    settings.MAINTENANCE_PAGE.unlink(missing_ok=True)
