"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from search import filters
from search.asking import answer
from search.orders import orders
from search.paging import page_links
from search.query import EVERYWHERE, SearchQuery
from search.results import SearchResults
from search.scopes import scope_chips, scopes


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question and show it with its filters; every state of the page is its address."""
    query, reader, choices, results = answer(request, counted=filters.FACETS)
    groups = filters.filter_groups(choices, query, results.facets, results.total, reader.language)
    context: dict[str, Any] = {
        "query": query,
        "results": results,
        "page_title": query.text or gettext("Search"),
        "text": query.text,
        "feed_url": f"{reverse('search_feed')}{query.url()}",
        "heading": heading(results),
        "note": note(results),
        "hidden": query.fields({"in", "sort", *query.facets}),
        "filters": {
            "url": "",
            "groups": groups,
            "scopes": scopes(query),
            "hidden": query.fields({"q", "raw", "sort"}),
        },
        "chips": [*filters.chips(groups), *scope_chips(query)],
        "reset_url": query.url(facets={}, scope=EVERYWHERE),
        "orders": orders(query),
        "hits": results.hits,
        "empty": _empty(query),
        **page_links(query.page, results.page_count, lambda number: query.url(page=number)),
    }
    return render(request, "search/results.html", context)


def heading(results: SearchResults) -> str:
    """The heading of the page: what was found."""
    if not results.total:
        return gettext("Nothing found")
    if results.only_near:
        return gettext("No exact matches, similar materials")
    return ngettext("%(count)d material found", "%(count)d materials found", results.total) % {
        "count": results.total
    }


def note(results: SearchResults) -> str:
    """A sentence below the heading, "" if there is nothing to say."""
    if not results.complete:
        return gettext("The list of materials is just being made: not everything is found yet.")
    return ""


def _empty(query: SearchQuery) -> dict[str, Any]:
    """What to do where nothing was found."""
    links = []
    if query.text and (query.facets or query.scope):
        url = query.url(facets={}, scope=EVERYWHERE)
        links.append({"label": gettext("Search without filters"), "url": url})
    links.append({"label": gettext("Show everything"), "url": "?"})
    advice = gettext("Try fewer words, or another word for the same thing.")
    return {"title": "", "text": advice, "links": links}
