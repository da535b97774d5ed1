"""Links of a paged list."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext

# Pages named on each side of the current one; the first and the last are always named.
NEIGHBOURS = 2


def page_links(current: int, count: int, url: Callable[[int], str]) -> dict[str, Any]:
    """Return {pages, previous, next} of `components/pagination.html`; gaps shorten long rows."""
    near = range(max(1, current - NEIGHBOURS), min(count, current + NEIGHBOURS) + 1)
    shown = sorted({1, max(count, 1), *near})
    pages: list[dict[str, Any]] = []
    for place, number in enumerate(shown):
        if place and number - shown[place - 1] > 1:
            pages.append({"gap": True})
        pages.append({"number": number, "url": url(number), "current": number == current})
    return {
        "pages": pages if count > 1 else [],
        "previous": url(current - 1) if 1 < current <= count else "",
        "next": url(current + 1) if current < count else "",
    }


def past_the_end(first: str) -> dict[str, Any]:
    """Return `empty` of components/listing.html for a page behind the last one; `first` is the address of the first."""
    return {
        "title": "",
        "text": gettext("The list ends before this page."),
        "links": [{"label": gettext("To the first page"), "url": first}],
    }
