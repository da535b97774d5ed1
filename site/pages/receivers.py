"""What begins a new generation: settings, sites, pages of the cabinet, restrictions, pictures and their sizes, and every change of the search's log."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction, Site

from library.models import PortalImage
from library.renditions import sizes_added
from pages.models import BilingualPage, DistrictSettings, Generation
from search.models import Change

# A picture may be the logo.
STANDING = (BilingualPage, DistrictSettings, PageViewRestriction, PortalImage, Site, Change)


@receiver([post_save, post_delete])
def advance_generation(instance: object, raw: bool = False, **kwargs: object) -> None:
    """Begin a new generation when something that a process keeps in memory has changed."""
    if not raw and isinstance(instance, STANDING):
        Generation.advance()


@receiver(sizes_added)
def advance_for_sizes(**kwargs: object) -> None:
    """Begin a new generation when pages can offer a picture in lighter sizes."""
    Generation.advance()
