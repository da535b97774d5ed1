"""The line of the editor that says what is still missing before anyone presses publish."""

from typing import Any

from django.utils.text import capfirst
from wagtail.admin.panels import Panel


class CompletenessPanel(Panel):
    """Count the filled sections and name each missing one with what is expected there."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "experience/admin/completeness.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            from experience.publishing import completeness

            filled, asked = completeness(self.instance)
            missing = [
                {"field": field, "label": self._label(field), "messages": [str(m) for e in errors for m in e.messages]}
                for field, errors in self.instance.publishing_errors().items()
            ]
            return super().get_context_data(parent_context) | {
                "filled": filled,
                "asked": asked,
                "missing": missing,
            }

        def _label(self, name: str) -> str:
            field = self.instance._meta.get_field(name)
            related = getattr(field, "related_model", None)
            is_relation = field.auto_created and related is not None
            return capfirst(str(related._meta.verbose_name_plural if is_relation else field.verbose_name))
