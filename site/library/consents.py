"""On which pages the pictures of a consent stand."""

from dataclasses import dataclass

from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from library.models import Consent, PortalImage


@dataclass(frozen=True)
class PictureUse:
    """A picture on a page."""

    picture: PortalImage
    page: Page


def uses_of(consent: Consent) -> list[PictureUse]:
    """Return the pages that hold pictures of the consent, published or not.

    From Wagtail's index of references, so that pictures in streams count too.
    """
    page_type = get_default_page_content_type()
    uses = []
    for picture in consent.pictures.all():
        references = ReferenceIndex.get_references_to(picture).filter(base_content_type=page_type)
        page_ids = {int(object_id) for object_id in references.values_list("object_id", flat=True)}
        pages = Page.objects.filter(pk__in=page_ids).specific(defer=True).order_by("title")
        uses += [PictureUse(picture, page) for page in pages]
    return uses
