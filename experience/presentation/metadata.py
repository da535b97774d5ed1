"""What the head of a material's page says of it to catalogues: Dublin Core and citation meta.

Sources: DCMI Metadata Terms (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/), and the
names that Google Scholar reads (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing).
"""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from experience.models import Authorship, KnowledgePage
from experience.pictures import Picture
from experience.reading import MaterialParts
from pages.models import DistrictSettings
from search.addresses import absolute

from .addresses import number_address

LICENSES: dict[str, str] = {
    KnowledgePage.License.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    KnowledgePage.License.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
}


def publication_day(page: KnowledgePage) -> date | None:
    """Return the day of the first publication, in the district's time."""
    return page.first_published_at and timezone.localdate(page.first_published_at)


def change_day(page: KnowledgePage) -> date | None:
    """Return the day of the last publication, in the district's time."""
    return page.last_published_at and timezone.localdate(page.last_published_at)


def metadata(
    page: KnowledgePage, parts: MaterialParts, district: DistrictSettings
) -> list[tuple[str, str]]:
    """Return (name, content) of every meta element, in the active language, which is the material's."""
    return [(name, content) for name, content in _elements(page, parts, district) if content]


def _elements(
    page: KnowledgePage, parts: MaterialParts, district: DistrictSettings
) -> Iterator[tuple[str, str]]:
    published, changed = publication_day(page), change_day(page)
    address = absolute(number_address(page.address_id)) if page.address_id else ""
    creators = [_creator(row) for row in parts.authorships]
    yield "citation_title", page.title
    for creator in creators:
        yield "citation_author", creator
    yield "citation_publication_date", published.strftime("%Y/%m/%d") if published else ""
    yield "citation_language", page.language
    yield "citation_public_url", address
    yield "dcterms.title", page.title
    for creator in creators:
        yield "dcterms.creator", creator
    for term in (*parts.terms["subject"], *parts.terms["area"]):
        yield "dcterms.subject", term.name
    yield "dcterms.publisher", district.cabinet
    yield "dcterms.issued", published.isoformat() if published else ""
    yield "dcterms.modified", changed.isoformat() if changed else ""
    yield "dcterms.type", "Text"
    yield "dcterms.language", page.language
    yield "dcterms.identifier", address
    yield "dcterms.license", LICENSES.get(page.license, "")


def _creator(row: Authorship) -> str:
    """Return «Оспанова, Лейла Маратовна», or the school that is the author."""
    return row.author.inverted_name() if row.author else str(row.school or "")


def preview_picture(pictures: list[Picture]) -> str:
    """Return the address of the largest size of the first picture in JPEG; "" without one."""
    for picture in pictures:
        sizes = [size for size in picture.sizes if size.image_format == "jpeg"]
        if sizes:
            return absolute(sizes[-1].url)
    return ""
