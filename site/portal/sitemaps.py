"""The addresses of everything that everybody may read, for search engines of the web: /sitemap.xml."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page

from accounts.models import Author, School
from bilingual.pairs import INTERFACE_LANGUAGES
from experience.models import KnowledgePage, Subject, Tag
from experience.presentation.addresses import page_address
from search.addresses import absolute

from . import accessibility
from .catalogue import counts
from .models import ActPage, HomePage, TextPage

# Addresses in a file: the protocol of sitemaps allows 50,000, but no request may cost so much.
LIMIT = 1_000


class Entry(NamedTuple):
    """An address, when what stands there changed last, and its paths by language where it has several.

    `changed` is None for lists: they change with every material that comes or goes.
    """

    path: str
    changed: datetime | None
    versions: dict[str, str]


class PortalSitemap(Sitemap):
    """Entries at the portal's own base address, whatever host was asked."""

    limit = LIMIT

    def __init__(self, entries: Callable[[], Iterator[Entry]]) -> None:
        self._entries = entries

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.WAGTAILADMIN_BASE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc

    def items(self) -> list[Entry]:
        return list(self._entries())

    def location(self, item: Entry) -> str:
        return item.path

    def lastmod(self, item: Entry) -> datetime | None:
        return item.changed

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        """The entries of a file, each with its versions in other languages."""
        urls = super().get_urls(*args, **kwargs)
        for url in urls:
            url["alternates"] = [
                {"lang_code": language, "location": absolute(path)}
                for language, path in sorted(url["item"].versions.items())
            ]
        return urls


def materials() -> Iterator[Entry]:
    """The materials, each under the prefix of its own language."""
    rows = list(
        KnowledgePage.objects.published()
        .order_by("pk")
        .values_list("address", "language", "url_path", "last_published_at")
    )
    paths: dict[int, dict[str, str]] = defaultdict(dict)
    for address, language, url_path, _changed in rows:
        paths[address][language] = page_address(url_path, language)
    for address, language, _url_path, changed in rows:
        versions = paths[address]
        yield Entry(versions[language], changed, versions if len(versions) > 1 else {})


def cabinet() -> Iterator[Entry]:
    """The pages of the cabinet itself, which stand under both prefixes."""
    home = HomePage.objects.live().first()
    if home is None:
        return
    pages = Page.objects.live().public().descendant_of(home, inclusive=True)
    of_cabinet = pages.not_type(KnowledgePage).order_by("path")
    texts = set(pages.type(TextPage, ActPage).values_list("pk", flat=True))
    for pk, url_path, changed in of_cabinet.values_list("pk", "url_path", "last_published_at"):
        paths = {language: page_address(url_path, language) for language in INTERFACE_LANGUAGES}
        yield from _both(paths, changed if pk in texts else None)


def lists() -> Iterator[Entry]:
    """Authors, schools, subjects and tags that have materials, the lists of them, the accessibility statement."""
    names = ["authors", "schools", "subjects"]
    # A text page of the cabinet at that address stands on the map as such, if everybody may read it.
    if not TextPage.objects.live().filter(slug=accessibility.SLUG).exists():
        names.append("accessibility")
    for name in names:
        yield from _both(_paths(name), None)
    for name, key, model, relation in (
        ("author", "slug", Author, "authorships__author"),
        ("school", "slug", School, "authorships__school"),
        ("subject", "code", Subject, "subjects"),
        ("tag", "slug", Tag, "tagged_items__tag"),
    ):
        yield from _pages_of(name, key, model, relation)


def _pages_of(name: str, key: str, model: Any, relation: str) -> Iterator[Entry]:
    """Return the pages of the records that have materials."""
    shown = model.objects.filter(pk__in=counts(relation), merged_into=None).order_by(key)
    for value in shown.values_list(key, flat=True):
        yield from _both(_paths(name, value), None)


def _paths(name: str, *arguments: str) -> dict[str, str]:
    """The paths of a view in both interface languages."""
    paths = {}
    for language in INTERFACE_LANGUAGES:
        with translation.override(language):
            paths[language] = reverse(name, args=arguments)
    return paths


def _both(paths: dict[str, str], changed: datetime | None) -> Iterator[Entry]:
    for path in paths.values():
        yield Entry(path, changed, paths)


SITEMAPS = {
    "materials": PortalSitemap(materials),
    "cabinet": PortalSitemap(cabinet),
    "lists": PortalSitemap(lists),
}


@require_safe
@x_robots_tag
def index(request: HttpRequest) -> HttpResponse:
    """Name every file of the map; Django's own view would name them at the host that was asked."""
    files = []
    for section, sitemap in SITEMAPS.items():
        address = absolute(reverse("sitemap-section", args=[section]))
        further = range(2, sitemap.paginator.num_pages + 1)
        files += [address, *(f"{address}?p={number}" for number in further)]
    context = {"sitemaps": [SitemapIndexItem(file) for file in files]}
    return render(request, "sitemap_index.xml", context, content_type="application/xml")
