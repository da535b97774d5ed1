"""Media of the bank: pictures, consents, documents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryApp(AppConfig):
    name = "library"
    verbose_name = _("pictures and documents")

    def ready(self) -> None:
        from library import receivers  # noqa: F401
