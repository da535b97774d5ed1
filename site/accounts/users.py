"""The list of users in the CMS: an administrator manages people without becoming a superuser."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponseBase
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .forms import UserCreationForm, UserEditForm


class SuperuserGuardMixin:
    """Only a superuser makes another one."""

    def get_form(self, *args: Any, **kwargs: Any) -> BaseForm:
        form = super().get_form(*args, **kwargs)
        if not self.request.user.is_superuser and "is_superuser" in form.fields:
            form.fields["is_superuser"].disabled = True
        return form


class UserCreateView(SuperuserGuardMixin, CreateView):
    """A new user."""

    template_name = "accounts/user_create.html"


class UserEditView(SuperuserGuardMixin, EditView):
    """An existing user; a superuser's account, password included, is a superuser's matter."""

    template_name = "accounts/user_edit.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UserViewSet(WagtailUserViewSet):
    """Wagtail's list of users with our forms."""

    add_view_class = UserCreateView
    edit_view_class = UserEditView
    create_template_name = "accounts/user_create.html"
    edit_template_name = "accounts/user_edit.html"

    def get_form_class(self, for_update: bool = False) -> type[BaseForm]:
        return UserEditForm if for_update else UserCreationForm
