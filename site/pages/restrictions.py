"""Which parts of the tree not everybody may read, kept in memory as long as nothing changes."""

from collections.abc import Callable

from django.http import HttpRequest
from wagtail.models import PageViewRestriction

from .cached import kept


def restricted_paths(request: HttpRequest) -> tuple[str, ...]:
    """Return the tree paths of the pages that carry a view restriction."""
    return kept(
        request,
        "restricted paths",
        lambda: tuple(PageViewRestriction.objects.values_list("page__path", flat=True)),
    )


def restriction_test(request: HttpRequest) -> Callable[[str], bool]:
    """Return a function that says of a tree path whether it lies under a restriction."""
    prefixes = restricted_paths(request)
    return lambda path: path.startswith(prefixes) if prefixes else False
