"""System checks of the project's own settings."""

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def check_python_site(**kwargs: object) -> list[CheckMessage]:
    """`site/` must never become a package: it would hide Python's standard library module."""
    if (settings.ROOT / "site" / "__init__.py").exists():
        return [Error("site/__init__.py exists; remove it.", id="config.E001")]
    return []
