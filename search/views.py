"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from search import filters
from search.engines.serving import engine
from search.paging import page_links
from search.query import DATE, RELEVANCE, SearchQuery
from search.readers import reader_of
from search.results import SearchResults
from search.sources import facet_choices


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question and show it with its filters; every state of the page is its address."""
    reader = reader_of(request)
    choices = facet_choices(reader.language)
    query = SearchQuery.from_parameters(request.GET, filters.known_values(choices))
    results = engine().search(query, reader)
    groups = filters.filter_groups(choices, query, results.available)
    context: dict[str, Any] = {
        "query": query,
        "results": results,
        "page_title": query.text or gettext("Search"),
        "text": query.text,
        "feed_url": f"{reverse('search_feed')}{query.url()}",
        "heading": heading(results),
        "note": note(results),
        "hidden": _fields(query, with_text=False),
        "filters": {"url": "", "groups": groups, "hidden": _fields(query, with_text=True)},
        "chips": [value for group in groups for value in group.values if value.checked],
        "reset_url": query.url(facets={}),
        "orders": _orders(query),
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


def _fields(query: SearchQuery, *, with_text: bool) -> list[dict[str, str]]:
    """What a form keeps hidden: the words and the order beside the filters, or the filters."""
    names = {"q", "sort"} if with_text else {"sort", *query.facets}
    return [{"name": name, "value": value} for name, value in query.parameters() if name in names]


def _orders(query: SearchQuery) -> list[dict[str, Any]]:
    """The two orders of hits; a list without a question has but one."""
    if not query.text:
        return []
    labels = {RELEVANCE: gettext("by relevance"), DATE: gettext("newest first")}
    return [
        {"label": label, "url": query.url(sort=sort), "current": query.sort == sort}
        for sort, label in labels.items()
    ]


def _empty(query: SearchQuery) -> dict[str, Any]:
    """What to do where nothing was found."""
    links = []
    if query.text and query.facets:
        links.append({"label": gettext("Search without filters"), "url": query.url(facets={})})
    links.append({"label": gettext("Show everything"), "url": "?"})
    advice = gettext("Try fewer words, or another word for the same thing.")
    return {"title": "", "text": advice, "links": links}
