"""The editor's form of every material: lenient for drafts, strict when somebody publishes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from experience.permissions import PARTICULARS, without_paragraph_keys
from pages.models import DistrictSettings

COMMENTS = "comments"


class MaterialForm(WagtailAdminPageForm):
    """Ask the rules of publication unless the form is saved as a draft."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.is_deferred_validation:
            return data
        for name, errors in self.instance.publishing_errors(self._value, self._rows).items():
            if name in self.formsets:
                # The formset shows them at its rows and makes the form invalid.
                self.formsets[name].non_form_errors()
                self.formsets[name]._non_form_errors.extend(ValidationError(errors).error_list)
            elif name not in self.errors:
                for error in errors:
                    self.add_error(name if name in self.fields else None, error)
        if self._is_approval() and self._changes_text():
            self.add_error(
                None,
                _(
                    "You have changed the text, so another person approves it. Save the draft: "
                    "nothing is lost."
                ),
            )
        return data

    def _value(self, name: str) -> Any:
        """Return what the form holds, or the page where the form does not ask."""
        return self.cleaned_data.get(name) if name in self.fields else getattr(self.instance, name)

    def _rows(self, relation: str) -> list[Any]:
        """Return the filled forms of a relation; the instance still holds the old rows here."""
        formset = self.formsets[relation]
        # `errors` forces the cleaning of each row.
        return [
            form
            for form in formset.forms
            if (form.errors is not None)
            and not formset._should_delete_form(form)
            and (form.has_changed() or form.instance.pk)
            and hasattr(form, "cleaned_data")
        ]

    def _is_approval(self) -> bool:
        """Say whether the same request approves the page in its workflow."""
        return (
            "action-workflow-action" in self.data
            and self.data.get("workflow-action-name") == "approve"
            and DistrictSettings.current().four_eyes
        )

    def _changes_text(self) -> bool:
        """Say whether the form holds another text than the page, the particulars of publication aside."""
        fields = (name for name in self.changed_data if name not in PARTICULARS)
        return any(self._is_new_text(name) for name in fields) or any(
            formset.has_changed() for name, formset in self.formsets.items() if name != COMMENTS
        )

    def _is_new_text(self, name: str) -> bool:
        before = self.get_initial_for_field(self.fields[name], name)
        after = self.cleaned_data.get(name)
        if isinstance(before, str) and isinstance(after, str):
            return without_paragraph_keys(before) != without_paragraph_keys(after)
        return True
