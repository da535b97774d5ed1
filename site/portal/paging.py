"""Links of a paged list."""

from collections.abc import Callable
from typing import Any


def page_links(current: int, count: int, url: Callable[[int], str]) -> dict[str, Any]:
    """Return {pages, previous, next} of `components/pagination.html`; long rows are shortened by gaps."""
    shown = sorted({1, count, *range(max(1, current - 2), min(count, current + 2) + 1)})
    pages: list[dict[str, Any]] = []
    for place, number in enumerate(shown):
        if place and number - shown[place - 1] > 1:
            pages.append({"gap": True})
        pages.append({"number": number, "url": url(number), "current": number == current})
    return {
        "pages": pages if count > 1 else [],
        "previous": url(current - 1) if current > 1 else "",
        "next": url(current + 1) if current < count else "",
    }
