"""The public house: home, sections, text pages, acts, pages of authors, schools, subjects and tags."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalApp(AppConfig):
    name = "portal"
    verbose_name = _("portal")
