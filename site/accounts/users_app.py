"""Wagtail's app of users with our list and forms of users."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersApp(WagtailUsersAppConfig):
    """Stands in INSTALLED_APPS in the place of "wagtail.users"."""

    user_viewset = "accounts.users.UserViewSet"
