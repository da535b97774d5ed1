"""The editor's form of every material: lenient for drafts, strict when somebody publishes."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class MaterialForm(WagtailAdminPageForm):
    """Ask the rules of publication unless the form is saved as a draft."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.is_deferred_validation:
            return data
        for name, errors in self.instance.publishing_errors(data.get, self._rows).items():
            if name in self.formsets:
                self.formsets[name].non_form_errors()
                self.formsets[name]._non_form_errors.extend(ValidationError(errors).error_list)
                self.add_error(None, ValidationError(errors))
            else:
                for error in errors:
                    self.add_error(name if name in self.fields else None, error)
        return data

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
