"""The orders in which hits can be shown."""

from typing import Any

from django.utils.translation import gettext as _

from search.query import DATE, RELEVANCE, TITLE, SearchQuery


def orders(query: SearchQuery) -> list[dict[str, Any]]:
    """Return {label, url, current} of each order; a list without words knows no relevance."""
    labels = {DATE: _("newest first"), TITLE: _("by title")}
    if query.text:
        labels = {RELEVANCE: _("by relevance"), **labels}
    current = query.sort if query.sort in labels else DATE
    return [
        {"label": label, "url": query.url(sort=_parameter(query, sort)), "current": sort == current}
        for sort, label in labels.items()
    ]


def _parameter(query: SearchQuery, sort: str) -> str:
    """Newest first goes without saying where there are no words."""
    return RELEVANCE if sort == DATE and not query.text else sort
