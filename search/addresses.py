"""Absolute addresses on this portal."""

from django.conf import settings


def absolute(path: str) -> str:
    """The absolute address of a path that begins with a slash, at the portal's own base address."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
