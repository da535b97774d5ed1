"""What raises the generation: district settings, sites, pages of the cabinet, view restrictions."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction, Site

from pages.models import BilingualPage, DistrictSettings, Generation


@receiver([post_save, post_delete])
def advance_generation(instance: object, raw: bool = False, **kwargs: object) -> None:
    """Raise the generation when something that stands on every page has changed."""
    if not raw and isinstance(instance, (BilingualPage, DistrictSettings, PageViewRestriction, Site)):
        Generation.advance()
