"""Sizes in which the portal shows pictures."""

from wagtail.images.models import Filter

from .models import PortalImage, PortalRendition

WIDTHS = (400, 800, 1200)
FORMATS = ("webp", "jpeg")
SPECIFICATIONS = tuple(
    f"width-{width}|format-{image_format}" for width in WIDTHS for image_format in FORMATS
)


def make_renditions(image: PortalImage) -> None:
    """Make every size of the picture that does not exist yet."""
    image.get_renditions(*[Filter(spec=specification) for specification in SPECIFICATIONS])


def existing_renditions(image: PortalImage) -> dict[str, PortalRendition]:
    """Return the stored sizes by specification, from what was prefetched; makes none."""
    return {
        rendition.filter_spec: rendition
        for rendition in image.renditions.all()
        if rendition.filter_spec in SPECIFICATIONS
    }
