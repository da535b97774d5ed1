"""Language of the interface, one transaction for each editorial POST, redirects under both prefixes."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
    JsonResponse,
)
from django.utils import translation
from django.utils.cache import patch_vary_headers

from .languages import negotiated_language, prefix_language
from .redirects import redirect_target
from .refusals import PublicationRefusedError

EDITORIAL_PREFIX = "/cms/"


class InterfaceLanguageMiddleware:
    """Set the language by the prefix of the address; the CMS is Russian; the rest asks the browser.

    Unlike Django's own, it never redirects: addresses without a prefix (`/m/`, `/api/`) keep their 404s.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = prefix_language(request.path_info)
        is_negotiated = False
        if not language and request.path_info.startswith(EDITORIAL_PREFIX):
            language = settings.LANGUAGE_CODE
        elif not language:
            language = negotiated_language(request.headers.get("Accept-Language", ""))
            is_negotiated = True
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        if is_negotiated:
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", language)
        return response


class EditorialTransactionMiddleware:
    """Run each POST of the CMS in one transaction, and turn a refused publication into a message.

    `process_view` rather than a handler of exceptions: the refusal must roll the transaction back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST" or not request.path_info.startswith(EDITORIAL_PREFIX):
            return None
        try:
            with transaction.atomic():
                response = view(request, *args, **kwargs)
                if hasattr(response, "render") and not response.is_rendered:
                    response.render()
                return response
        except ValidationError as refusal:
            if not is_refusal(refusal):
                raise
            for text in refusal_messages(refusal):
                messages.error(request, text)
            back = request.headers.get("Referer") or EDITORIAL_PREFIX
            if request.headers.get("X-Requested-With") == "XMLHttpRequest":
                # What the modal windows of Wagtail's workflow understand.
                return JsonResponse({"step": "success", "redirect": back})
            return HttpResponseRedirect(back)


def is_refusal(error: ValidationError) -> bool:
    """Say whether the error is one of strict publishing: refused, or every message of code "needed"."""
    if isinstance(error, PublicationRefusedError):
        return True
    lists = error.error_dict.values() if hasattr(error, "error_dict") else [error.error_list]
    return all(item.code == "needed" for errors in lists for item in errors)


def refusal_messages(error: ValidationError) -> list[str]:
    """Return what is missing, with the page where several could be meant."""
    if isinstance(error, PublicationRefusedError):
        return [f"{error.page.title}: {text}" for text in error.messages]
    return error.messages


class RedirectMiddleware:
    """Follow Wagtail's redirects of pages that moved, whichever prefix was active when they moved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        target = redirect_target(request.path_info)
        return HttpResponsePermanentRedirect(target) if target else response
