"""What the component templates need beyond Django's own filters."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from bilingual.typography import bind as bind_text
from bilingual.typography import bind_markup

register = template.Library()


@register.filter
def bind(text: str) -> str:
    """No-break spaces by the rules of ``bilingual.typography``; safe HTML stays safe."""
    if isinstance(text, SafeString):
        return mark_safe(bind_markup(text))
    return bind_text(str(text)) if text else ""
