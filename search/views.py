"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.engines.serving import engine
from search.filters import chosen_values, filter_groups, known_values
from search.paging import pages_of
from search.query import DATE, RELEVANCE, SearchQuery
from search.readers import reader_of


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question and show it with its filters; every state of the page is its address."""
    reader = reader_of(request)
    query = SearchQuery.from_parameters(request.GET, known_values())
    results = engine().search(query, reader)
    filters = filter_groups(query, results.available, reader.language)
    context: dict[str, Any] = {
        "query": query,
        "results": results,
        "filters": filters,
        "chosen": chosen_values(filters),
        "reset_url": query.url(facets={}),
        "relevance_url": query.url(sort=RELEVANCE),
        "date_url": query.url(sort=DATE),
        "pages": pages_of(results),
    }
    return render(request, "search/results.html", context)
