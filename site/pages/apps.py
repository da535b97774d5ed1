"""What every page has: languages, routing, redirects, district settings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesApp(AppConfig):
    name = "pages"
    verbose_name = _("pages")

    def ready(self) -> None:
        from django.db.models import SlugField
        from wagtail.admin.forms.models import register_form_field_override

        from pages import receivers  # noqa: F401
        from pages.slugs import TransliteratingSlugInput

        register_form_field_override(SlugField, override={"widget": TransliteratingSlugInput})
