"""Pages sent compressed."""

import brotli
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

# As long as gzip takes, for 7 % less.
QUALITY = 5

# Bytes that are not worth it; the same as in Django's.
LEAST = 200


class TextCompressionMiddleware(GZipMiddleware):
    """Django's gzip, or Brotli for readers without a session whose browser takes it.

    Whoever has a session gets Django's alone, which hides the length of pages with secrets. What is not sent
    in one piece stays as it is: a file keeps its length, by which a browser shows progress.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress pages and data; leave files as they are."""
        if not isinstance(response, HttpResponse) or response.has_header("Content-Encoding"):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if not takes_brotli(request) or len(response.content) < LEAST:
            return super().process_response(request, response)
        response.content = brotli.compress(response.content, quality=QUALITY)
        response.headers["Content-Encoding"] = "br"
        response.headers["Content-Length"] = str(len(response.content))
        etag = response.headers.get("ETag", "")
        if etag.startswith('"'):
            response.headers["ETag"] = f"W/{etag}"
        return response


def takes_brotli(request: HttpRequest) -> bool:
    """Say whether the answer may be packed by Brotli."""
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    return "br" in accepted and settings.SESSION_COOKIE_NAME not in request.COOKIES
