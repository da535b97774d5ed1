"""Where a technology works in the district: experiences that use it, with their main results."""

from typing import Any

from django.http import HttpRequest

from experience.asking import ask
from experience.models import TechnologyPage
from search.query import SearchQuery
from search.readers import Reader
from search.results import Hit

MOST_PLACES = 50


def place_rows(
    technology: TechnologyPage, request: HttpRequest, language: str
) -> list[dict[str, Any]]:
    """Return one row a public experience, in the reader's language where it exists, newest first."""
    if not technology.number:
        return []
    query = SearchQuery(facets={"technology": (technology.number,)}, page_size=MOST_PLACES)
    found = ask(request, query, Reader(language))
    foreign = language if language != technology.language else ""
    return [_row(hit, foreign) for hit in found.hits]


def _row(hit: Hit, foreign: str) -> dict[str, Any]:
    shown, bars = hit.display, hit.display["bars"] or {}
    measured = bool(bars.get("before") and bars.get("after"))
    return {
        "title": "".join(piece.text for piece in hit.title),
        "url": shown["url"],
        "lang": hit.language,
        "school": shown["school"],
        "year": shown["year"],
        "facts_lang": foreign,
        "indicator": bars.get("indicator", ""),
        "pupils": bars.get("pupils", ""),
        "before": bars["before"] if measured else "",
        "after": bars["after"] if measured else "",
        "before_share": bars["before_share"] if measured else 0,
        "after_share": bars["after_share"] if measured else 0,
    }
