"""Pictures of a material with their ready sizes, read in one query."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.files.storage import default_storage
from django.db.models import F
from django.utils import timezone

from bilingual.pairs import BilingualText, choose
from experience.models.parts import MaterialPicture
from library.models import PortalImage, PortalRendition
from library.renditions import SPECIFICATIONS, existing_renditions
from pages.prepared import PreparedQuery


@dataclass(frozen=True)
class Size:
    """A stored size of a picture; `file` is its name in the storage."""

    image_format: str
    width: int
    height: int
    file: str

    @property
    def url(self) -> str:
        """The public address of the file."""
        return _address(self.file)


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


class _Rendition(NamedTuple):
    """A stored size of a picture of a page, with what decides whether it may be shown."""

    row: int
    specification: str
    file: str
    width: int
    height: int
    caption: str
    alt_kk: str
    alt_ru: str
    shows_pupils: bool
    consent: int | None
    withdrawn_on: date | None
    valid_until: date | None


RENDITIONS = PreparedQuery(
    lambda page_id: (
        PortalRendition.objects.filter(
            image__material_pictures__page_id=page_id, filter_spec__in=SPECIFICATIONS
        )
        .order_by("image__material_pictures__sort_order", "width")
        .values_list(
            F("image__material_pictures__pk"),
            "filter_spec",
            "file",
            "width",
            "height",
            F("image__material_pictures__caption"),
            F("image__alt_kk"),
            F("image__alt_ru"),
            F("image__shows_pupils"),
            F("image__consent__pk"),
            F("image__consent__withdrawn_on"),
            F("image__consent__valid_until"),
        )
    ),
    int,
)


def shown_pictures(rows: Iterable[tuple[Any, ...]]) -> list[Picture]:
    """Return the pictures of the rows of `RENDITIONS` whose showing nobody has forbidden, in their order."""
    today = timezone.localdate()
    pictures: dict[int, Picture] = {}
    for stored in map(_Rendition._make, rows):
        holds = (
            stored.consent is not None
            and stored.withdrawn_on is None
            and (stored.valid_until or today) >= today
        )
        if stored.shows_pupils and not holds:
            continue
        picture = pictures.setdefault(
            stored.row, Picture(stored.caption, stored.alt_kk, stored.alt_ru)
        )
        picture.sizes.append(_size(stored.specification, stored.width, stored.height, stored.file))
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
    return Size(image_format, width, height, str(name))


@lru_cache(maxsize=1024)
def _address(name: str) -> str:
    """Return the public address of a stored file; a picture has six sizes, and Django's own way is long."""
    return default_storage.url(name)
