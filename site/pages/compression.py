"""Pages sent compressed."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class TextCompressionMiddleware(GZipMiddleware):
    """Django's, for what is sent in one piece: a file keeps its length, by which a browser shows progress."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress pages and data; leave files as they are."""
        return response if response.streaming else super().process_response(request, response)
