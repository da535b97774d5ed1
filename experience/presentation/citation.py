"""How to cite a material (ГОСТ Р 7.0.5–2008, electronic resource)."""

from urllib.parse import urlsplit

from django.utils import formats as django_formats
from django.utils import timezone
from django.utils.translation import gettext as _

from bilingual.pairs import choose
from experience.models import KnowledgePage
from experience.reading import MaterialParts
from pages.models import DistrictSettings
from search.addresses import absolute

from .addresses import number_address
from .people import authors_line


def citation(
    page: KnowledgePage, parts: MaterialParts, district: DistrictSettings
) -> dict[str, str] | None:
    """Return the reference, the address as it is read, as a link and as a code; None for a page without a number."""
    if not page.number:
        return None
    url = absolute(number_address(page.address_id))
    published = page.first_published_at or timezone.now()
    authors = authors_line(parts.authorships, page.language)
    bank = choose(district.bank_name_kk, district.bank_name_ru, page.language)
    accessed = _("accessed %(date)s") % {
        "date": django_formats.date_format(timezone.localdate(), "SHORT_DATE_FORMAT")
    }
    text = (
        f"{authors} {page.title} // {bank}. {timezone.localtime(published).year}. "
        f"№ {page.number}. URL: {url} ({accessed})."
    ).strip()
    parts_of_url = urlsplit(url)
    return {
        "text": text,
        "address": f"{parts_of_url.netloc}{parts_of_url.path}".rstrip("/"),
        "url": url,
        "qr_url": f"{number_address(page.address_id)}qr.svg",
    }
