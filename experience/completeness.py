"""The line of the editor that says what is still missing before anyone presses publish."""

from typing import Any

from django.forms import Media
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static

from experience.publishing import completeness


def missing_fields(page: Any) -> list[dict[str, Any]]:
    """Return what keeps the page from being published: field, its label, and what is expected there."""
    return [
        {
            "field": name,
            "label": _label(page, name),
            "messages": [str(text) for error in errors for text in error.messages],
        }
        for name, errors in page.publishing_errors().items()
    ]


def _label(page: Any, name: str) -> str:
    field = page._meta.get_field(name)
    if field.auto_created and field.related_model is not None:
        return capfirst(str(field.related_model._meta.verbose_name_plural))
    return capfirst(str(field.verbose_name))


def completeness_context(page: Any) -> dict[str, Any]:
    """Return the context of the line: how many fields are filled, and what is missing.

    The page is judged as it was saved last.
    """
    filled, asked = completeness(page)
    return {
        "filled": filled,
        "asked": asked,
        "missing": missing_fields(page),
        # A new material gets its key with the first save, while the page stays open.
        "fresh_url": reverse("material_completeness", args=[0]),
    }


class CompletenessPanel(Panel):
    """Count the filled sections and name each missing one with what is expected there."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "experience/admin/completeness.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | completeness_context(self.instance)

        @property
        def media(self) -> Media:
            return Media(js=[versioned_static("cms/completeness.js")])
