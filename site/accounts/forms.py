"""Forms of users in the CMS, and of signing in to it."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm

from .roles import LABELS

PUBLIC_FIELDS = ("public_name_kk", "public_name_ru", "post_kk", "post_ru")


class LoginForm(WagtailLoginForm):
    """Wagtail's form, whose password lost its label in other languages than English."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")


class RolesField(forms.ModelMultipleChoiceField):
    """Groups by what they are called and may do, not by their fixed names."""

    def label_from_instance(self, obj: Group) -> str:
        return str(LABELS.get(obj.name, obj.name))


class RolesMixin:
    """Show the roles in words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = self.fields["groups"]
        self.fields["groups"] = RolesField(
            groups.queryset,
            label=groups.label,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )


class UserCreationForm(RolesMixin, WagtailUserCreationForm):
    """A new member of the cabinet."""

    class Meta(WagtailUserCreationForm.Meta):
        fields = WagtailUserCreationForm.Meta.fields | set(PUBLIC_FIELDS)


class UserEditForm(RolesMixin, WagtailUserEditForm):
    """A member of the cabinet."""

    class Meta(WagtailUserEditForm.Meta):
        fields = WagtailUserEditForm.Meta.fields | set(PUBLIC_FIELDS)
