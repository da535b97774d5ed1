"""The bank of practice: experience write-ups, methodological guides, technology descriptions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExperienceApp(AppConfig):
    name = "experience"
    verbose_name = _("bank of practice")

    def ready(self) -> None:
        from experience import addresses, file_receivers, receivers, workflow  # noqa: F401
