"""Public pages for readers of whom nothing is known, from the memory of the process."""

from collections.abc import Callable, Hashable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from .cached import generation_of, is_passing
from .languages import prefix_language
from .page_cache import KeptPage, pages
from .preferences import preferences_of


class PageCacheMiddleware:
    """Answer from the page cache, or keep what is answered; say of every answer who may keep it.

    Asked for are pages under a language prefix, by readers without a session: whoever has one may be
    signed in, or have given the password of a page. Kept is what is an HTML page of status 200, sets no
    cookie, and has no rule of its own in `Cache-Control`. A view that must be asked each time says so
    there, as Django's own cache wants it.

    A page asked for again is packed as tightly as can be: that takes forty times the time of packing it
    first, and pays from the second reader on.

    A proxy may keep the same, and asks each time whether it still holds (`no-cache`, ETag).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_anybodys(request):
            response = self.get_response(request)
            response.headers.setdefault("Cache-Control", _rule(request, response))
            return response
        key = key_of(request)
        page = pages.get(key)
        if page is not None:
            if page.may_shrink:
                page = page.shrunk()
                pages.put(key, page)
            return _sent(request, page)
        with pages.making(key) as page:
            return _sent(request, page) if page is not None else self._made(request, key)

    def _made(self, request: HttpRequest, key: Hashable) -> HttpResponse:
        # Else an answer of "not modified" would come, which is no page that could be kept.
        asked = request.META.pop("HTTP_IF_NONE_MATCH", None)
        response = self.get_response(request)
        if asked is not None:
            request.META["HTTP_IF_NONE_MATCH"] = asked
        has_rule = response.has_header("Cache-Control")
        response.headers.setdefault("Cache-Control", _rule(request, response))
        if has_rule or not is_kept(request, response):
            return response
        may_shrink = response.headers.get("Content-Encoding") == "br"
        page = KeptPage(
            response.content, tuple(response.items()), response.headers["ETag"], may_shrink
        )
        pages.put(key, page)
        return _sent(request, page)


def is_anybodys(request: HttpRequest) -> bool:
    """Say whether the request asks for a page that may be the same for everybody."""
    return (
        request.method == "GET"
        and prefix_language(request.path_info) != ""
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )


def is_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Say whether the answer to such a request is a page to keep."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and response.has_header("ETag")
        and response.headers["Content-Type"].startswith("text/html")
        and not is_passing(request)
    )


def key_of(request: HttpRequest) -> Hashable:
    """Return everything that tells the page from others; the day, for dates that are shown or passed."""
    return (
        generation_of(request),
        timezone.localdate(),
        request.scheme,
        request.META.get("HTTP_HOST", ""),
        request.path_info,
        request.META.get("QUERY_STRING", ""),
        *_encodings(request),
        preferences_of(request).key,
    )


def _encodings(request: HttpRequest) -> list[str]:
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    return [encoding for encoding in ("gzip", "br") if encoding in accepted]


def _sent(request: HttpRequest, page: KeptPage) -> HttpResponse:
    """Return the page, or "not modified" to whoever has it."""
    response = page.response()
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return response
    return get_conditional_response(request, etag=page.etag, response=response) or response


def _rule(request: HttpRequest, response: HttpResponse) -> str:
    """Return what an answer without a rule of its own gets."""
    if response.cookies or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return "private, no-cache"
    return "no-cache"
