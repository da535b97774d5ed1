"""What browsers may do with an answer: the Content-Security-Policy and its companions."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .middleware import EDITORIAL_PREFIX

DOCUMENTS_PREFIX = "/documents/"

# Everything of a public page comes from the portal itself, nothing stands inside its HTML, no frame shows it.
# Drawings stand inside the style sheet as data.
PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)

# Wagtail's pages carry scripts, styles and pictures inside their HTML, and its preview is a frame.
EDITORIAL_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self'; font-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; manifest-src 'self'; worker-src 'self' blob:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)

# A file from anybody is never a page of the portal.
DOCUMENT_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class SecurityHeadersMiddleware:
    """Set the policy of each part of the site; whatever the answer is, also an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = PUBLIC_POLICY
        if request.path_info.startswith(EDITORIAL_PREFIX):
            policy = EDITORIAL_POLICY
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        elif request.path_info.startswith(DOCUMENTS_PREFIX):
            policy = DOCUMENT_POLICY
        response.headers["Content-Security-Policy"] = policy
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response
