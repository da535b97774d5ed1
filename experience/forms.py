"""The editor's form of every material: lenient for drafts, strict when somebody publishes."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue
from wagtail.models import Page

from bilingual.transliteration import free_slug
from experience.permissions import PARTICULARS, bare_content, plain_markup
from pages.models import DistrictSettings
from records.merging import Mergeable
from records.terms import Term

COMMENTS = "comments"


class MaterialForm(WagtailAdminPageForm):
    """Ask the rules of publication unless the form is saved as a draft."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            # Without the empty choice, which would stand among the two as a third one.
            cast(forms.ChoiceField, self.fields["language"]).choices = type(
                self.instance
            ).Language.choices
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and issubclass(
                cast(QuerySet, field.queryset).model, Term
            ):
                field.queryset = self._offered_terms(name, field.queryset)

    def _offered_terms(self, name: str, terms: Any) -> Any:
        """Return the terms that are valid today and were not merged, with those that the page has."""
        offered = terms.valid_on(timezone.localdate())
        if issubclass(terms.model, Mergeable):
            offered = offered.filter(merged_into=None)
        chosen = self.initial.get(name)
        several = isinstance(self.fields[name], forms.ModelMultipleChoiceField)
        keys = [getattr(term, "pk", term) for term in (chosen or [] if several else [chosen])]
        return terms.filter(pk__in=[*offered.values_list("pk", flat=True), *keys])

    def clean_slug(self) -> str:
        """Number the address of a material that readers do not know yet where another one has it."""
        slug = self.cleaned_data["slug"]
        if self.instance.pk and self.instance.live:
            return slug
        return free_slug(
            slug,
            lambda free: not Page._slug_is_available(free, self.parent_page, self.instance),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self._is_language_taken():
            self.add_error(
                "language", _("The other page of this number is in this language already.")
            )
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

    def _is_language_taken(self) -> bool:
        """Say whether the translation that shares the permanent address is in the chosen language."""
        if not self.instance.address_id:
            return False
        same = self.instance.address.pages.filter(language=self.cleaned_data.get("language"))
        return same.exclude(pk=self.instance.pk).exists()

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
        """Say whether more changed than what the editor adds to a text by itself."""
        before = self.get_initial_for_field(self.fields[name], name)
        after = self.cleaned_data.get(name)
        if isinstance(before, str) and isinstance(after, str):
            return plain_markup(before) != plain_markup(after)
        if isinstance(before, StreamValue) and isinstance(after, StreamValue):
            return bare_content(before.get_prep_value()) != bare_content(after.get_prep_value())
        return True
