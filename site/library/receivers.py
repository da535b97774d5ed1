"""Renditions are made when a picture is saved, so that no reader's GET writes."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import PortalImage
from .renditions import make_renditions


@receiver(post_save, sender=PortalImage)
def render_saved_picture(instance: PortalImage, **kwargs: object) -> None:
    """Make the sizes of the portal for a picture that was uploaded or changed."""
    make_renditions(instance)
