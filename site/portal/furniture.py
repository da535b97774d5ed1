"""What stands on every page."""

from django.http import HttpRequest


def furniture(request: HttpRequest) -> dict[str, object]:
    """Context processor of the portal's pages."""
    return {}
