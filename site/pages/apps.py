"""What every page has: languages, routing, redirects, district settings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesApp(AppConfig):
    name = "pages"
    verbose_name = _("pages")

    def ready(self) -> None:
        from pages import receivers  # noqa: F401
