"""Pictures as HTML that browsers choose a size from, or as links for those who want none in the page."""

from collections.abc import Iterable

from django.core.files.storage import default_storage
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from experience.pictures import Picture, Size, picture_from
from library.models import PortalImage
from library.renditions import FORMATS
from pages.preferences import active_preferences

from . import formats

SIZES = "(min-width: 960px) 680px, 100vw"


def picture_rows(pictures: Iterable[Picture]) -> list[dict[str, str | SafeString]]:
    """Return the pictures with their captions; a picture without a ready size is left out."""
    return [
        {"html": picture_html(picture), "caption": picture.caption}
        for picture in pictures
        if picture.sizes
    ]


def picture_html(picture: Picture) -> SafeString:
    """Return the <picture> element with every ready format and width, or a link by the reader's choice."""
    if not active_preferences().shows_pictures:
        return _link(picture)
    by_format: dict[str, list[Size]] = {image_format: [] for image_format in FORMATS}
    for size in picture.sizes:
        by_format[size.image_format].append(size)
    fallback = by_format.pop(FORMATS[-1]) or picture.sizes
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        (
            (image_format, _srcset(sizes), SIZES)
            for image_format, sizes in by_format.items()
            if sizes
        ),
    )
    largest = fallback[-1]
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" '
        'loading="lazy" decoding="async"></picture>',
        sources,
        fallback[0].url,
        _srcset(fallback),
        SIZES,
        largest.width,
        largest.height,
        picture.alt,
    )


def image_html(image: PortalImage) -> SafeString:
    """Return the <picture> element of one image; "" where it may not be shown."""
    picture = picture_from(image)
    return picture_html(picture) if picture.sizes else mark_safe("")


def _link(picture: Picture) -> SafeString:
    """Return a link to the largest size, named by what is seen and how much is to be loaded."""
    largest = max(picture.sizes, key=lambda size: (size.width, size.image_format == "webp"))
    facts = [gettext("Picture: %(description)s") % {"description": picture.alt}]
    if default_storage.exists(largest.file):
        facts.append(formats.size(default_storage.size(largest.file)))
    return format_html('<a class="tall-link" href="{}">{}</a>', largest.url, ", ".join(facts))


def _srcset(sizes: list[Size]) -> str:
    return ", ".join(f"{size.url} {size.width}w" for size in sizes)
