"""Pictures of a material with their ready sizes, read in one query."""

from dataclasses import dataclass, field
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import F
from django.utils import timezone

from bilingual.pairs import BilingualText, choose
from experience.models.parts import MaterialPicture
from library.models import PortalImage, PortalRendition
from library.renditions import SPECIFICATIONS, existing_renditions


@dataclass(frozen=True)
class Size:
    """A stored size of a picture."""

    image_format: str
    width: int
    height: int
    url: str


@dataclass
class Picture:
    """A picture that may be shown, with its sizes from small to large."""

    caption: str
    alt_kk: str
    alt_ru: str
    sizes: list[Size] = field(default_factory=list)

    @property
    def alt(self) -> BilingualText:
        """What is seen, in the active language."""
        return choose(self.alt_kk, self.alt_ru)


def pictures_of(page_id: int) -> list[Picture]:
    """Return the pictures of a page whose showing nobody has forbidden, in their order."""
    today = timezone.localdate()
    rows = (
        PortalRendition.objects.filter(
            image__material_pictures__page_id=page_id, filter_spec__in=SPECIFICATIONS
        )
        .order_by("image__material_pictures__sort_order", "width")
        .values(
            "filter_spec",
            "file",
            "width",
            "height",
            row=F("image__material_pictures__pk"),
            caption=F("image__material_pictures__caption"),
            alt_kk=F("image__alt_kk"),
            alt_ru=F("image__alt_ru"),
            shows_pupils=F("image__shows_pupils"),
            consent=F("image__consent__pk"),
            withdrawn_on=F("image__consent__withdrawn_on"),
            valid_until=F("image__consent__valid_until"),
        )
    )
    pictures: dict[int, Picture] = {}
    for row in rows:
        holds = (
            row["consent"] and not row["withdrawn_on"] and (row["valid_until"] or today) >= today
        )
        if row["shows_pupils"] and not holds:
            continue
        picture = pictures.setdefault(
            row["row"], Picture(row["caption"], row["alt_kk"], row["alt_ru"])
        )
        picture.sizes.append(_size(row["filter_spec"], row["width"], row["height"], row["file"]))
    return list(pictures.values())


def picture_of(row: MaterialPicture) -> Picture:
    """Return the picture of one unsaved row, for a preview."""
    return picture_from(row.image, row.caption)


def picture_from(image: PortalImage, caption: str = "") -> Picture:
    """Return a picture with its ready sizes; without any where a consent is missing."""
    picture = Picture(caption, image.alt_kk, image.alt_ru)
    if image.may_be_shown:
        picture.sizes = [
            _size(spec, rendition.width, rendition.height, rendition.file.name)
            for spec, rendition in existing_renditions(image).items()
        ]
    return picture


def _size(specification: str, width: int, height: int, name: Any) -> Size:
    image_format = specification.rpartition("-")[2]
    return Size(image_format, width, height, default_storage.url(str(name)))
