"""Finding the page of an address in one query, whatever its depth."""

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from .cached import kept
from .models import BasePage
from .prepared import PreparedQuery
from .restrictions import restriction_test

MAXIMUM_DEPTH = 10

_live_pages: dict[type[BasePage], PreparedQuery[BasePage]] = {}


def root_url_path(request: HttpRequest) -> str:
    """Return the tree path of the home page of the request's site: "/home/"."""
    return kept(
        request,
        ("root path", request.get_host()),
        lambda: Site.find_for_request(request).root_page.url_path,
    )


def route(request: HttpRequest, path: str) -> RouteResult | None:
    """Return the live page at `path`, of its specific class; None where there is none.

    Stock Wagtail asks one query a level, because `url_path` has no index; `slug` has one. Pages under
    one parent are mostly of one class, so that class is asked first, and one query is enough.
    """
    slugs = [slug for slug in path.split("/") if slug]
    if len(slugs) > MAXIMUM_DEPTH:
        return None
    root = root_url_path(request)
    address = (
        slugs[-1] if slugs else root.rstrip("/").rpartition("/")[2],
        root + "".join(f"{slug}/" for slug in slugs),
    )
    classes: dict[tuple[str, ...], type[BasePage]] = kept(request, "classes", dict)
    parent = tuple(slugs[:-1])
    page = None
    if likely := classes.get(parent):
        page = _live_page(likely).first(*address)
    if page is None and (page_class := _class_at(*address)):
        classes[parent] = page_class
        page = _live_page(page_class).first(*address)
    if page is None:
        return None
    page.is_unrestricted = not restriction_test(request)(page.path)
    return RouteResult(page)


def _live_page(page_class: type[BasePage]) -> PreparedQuery[BasePage]:
    """Return the query for the live page of a class at an address."""
    if page_class not in _live_pages:
        _live_pages[page_class] = PreparedQuery(
            lambda slug, url_path: page_class.reading_queryset().filter(
                slug=slug, url_path=url_path, live=True
            ),
            str,
            str,
        )
    return _live_pages[page_class]


def _class_at(slug: str, url_path: str) -> type[BasePage] | None:
    """Return the class of the page at an address; None where there is none, or none of ours."""
    live = Page.objects.filter(slug=slug, url_path=url_path, live=True)
    found = live.values_list("content_type_id", flat=True).first()
    if found is None:
        return None
    page_class = ContentType.objects.get_for_id(found).model_class()
    return page_class if page_class and issubclass(page_class, BasePage) else None


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve the page at `path` through Wagtail's own hooks."""
    # The attribute in which Wagtail itself keeps the route of a request.
    setattr(request, "_wagtail_route_for_request", route(request, path))  # noqa: B010
    return wagtail_serve(request, path)
