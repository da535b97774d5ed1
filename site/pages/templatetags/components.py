"""What the component templates need beyond Django's own filters."""

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.safestring import SafeString, mark_safe

from bilingual.typography import bind as bind_text
from bilingual.typography import bind_markup
from pages.stylesheets import JOINED, STYLESHEETS

register = template.Library()


@register.filter
def bind(text: str) -> str:
    """No-break spaces by the rules of ``bilingual.typography``; safe HTML stays safe."""
    if isinstance(text, SafeString):
        return mark_safe(bind_markup(text))
    return bind_text(str(text)) if text else ""


@register.simple_tag
def stylesheets() -> list[str]:
    """Addresses of the stylesheets: one where they were joined, else each in its order."""
    names = (JOINED,) if getattr(staticfiles_storage, "joins_stylesheets", False) else STYLESHEETS
    return [staticfiles_storage.url(name) for name in names]
