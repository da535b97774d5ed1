"""Sizes in which the portal shows pictures."""

from collections.abc import Iterable, Sequence

from django.db.models import Count, Q, QuerySet
from django.dispatch import Signal
from wagtail.images.models import Filter

from .models import PortalImage, PortalRendition

WIDTHS = (400, 800, 1200)
# A browser takes the first that it knows, and every browser knows the last.
FORMATS = ("avif", "webp", "jpeg")
# AVIF weighs least and takes seconds of a processor: the background process makes it.
MADE_LATER = "avif"


def _specifications(formats: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        f"width-{width}|format-{image_format}" for width in WIDTHS for image_format in formats
    )


SPECIFICATIONS = _specifications(FORMATS)
_AT_ONCE = _specifications([name for name in FORMATS if name != MADE_LATER])
_LATER = _specifications([MADE_LATER])

# A picture has got sizes that pages did not know of; its sender is the class of the picture.
sizes_added = Signal()


def make_renditions(image: PortalImage) -> None:
    """Make every size that a reader needs, where it does not exist yet."""
    _make(image, _AT_ONCE)


def make_light_renditions(image: PortalImage) -> None:
    """Make the sizes that take long, where they do not exist yet."""
    _make(image, _LATER)
    sizes_added.send(PortalImage)


def without_light_renditions() -> QuerySet[PortalImage]:
    """Return the pictures that lack sizes of those that take long."""
    light = Count("renditions", filter=Q(renditions__filter_spec__in=_LATER))
    return PortalImage.objects.annotate(light=light).filter(light__lt=len(_LATER))


def existing_renditions(image: PortalImage) -> dict[str, PortalRendition]:
    """Return the stored sizes by specification, from what was prefetched; makes none."""
    return {
        rendition.filter_spec: rendition
        for rendition in image.renditions.all()
        if rendition.filter_spec in SPECIFICATIONS
    }


def _make(image: PortalImage, specifications: Iterable[str]) -> None:
    image.get_renditions(*[Filter(spec=specification) for specification in specifications])
