"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from search import filters
from search.analysis.words import words
from search.asking import answer
from search.demand import log
from search.orders import orders
from search.other_language import other_language
from search.paging import page_links, past_the_end
from search.picks import picks
from search.query import EVERYWHERE
from search.results import Piece, SearchResults
from search.scopes import scope_chips, scopes


# Every question is noted, and a server that is fed beside the database may answer another time.
@cache_control(no_cache=True)
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question and show it with its filters; every state of the page is its address."""
    query, reader, choices, results = answer(request, counted=filters.FACETS)
    log.note(results, reader)
    picked = picks(results, reader)
    shown_above = {pick.group for pick in picked}
    groups = filters.filter_groups(choices, query, results.facets, results.total, reader.language)
    context: dict[str, Any] = {
        "query": query,
        "results": results,
        "page_title": query.text or gettext("Search"),
        "text": query.text,
        "feed_url": f"{reverse('search_feed')}{query.url()}",
        "heading": heading(results),
        "note": note(results),
        "correction": correction(results),
        "elsewhere": _elsewhere(results),
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
        "picks": picked,
        "hits": [hit for hit in results.hits if hit.group not in shown_above],
        "missed_url": reverse("search_missed") if _found_too_little(results) else "",
        "empty": _empty(results),
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
    if results.stands_in:
        return gettext("The main search is not available just now, the reserve index answers.")
    return ""


def correction(results: SearchResults) -> dict[str, Any] | None:
    """The correction as `components/correction.html` words it."""
    found, query = results.correction, results.query
    if found is None:
        return None
    typed = {word.form for word in words(found.asked)}
    pieces, done = [], 0
    for word in words(found.text):
        pieces.append(Piece(found.text[done : word.start], False))
        pieces.append(Piece(found.text[word.start : word.end], word.form not in typed))
        done = word.end
    pieces.append(Piece(found.text[done:], False))
    return {
        "applied": found.applied,
        "pieces": pieces,
        "asked": found.asked,
        "url": query.url(raw=True) if found.applied else query.url(text=found.text),
    }


def _elsewhere(results: SearchResults) -> dict[str, str] | None:
    """The way to hits in the other language, where few are found in the chosen one."""
    found = other_language(results)
    if found is None:
        return None
    label = gettext("In the other language: %(count)d more") % {"count": found.count}
    return {"label": label, "url": found.url}


def _found_too_little(results: SearchResults) -> bool:
    """Whether a question has no hit as it was asked: its first page asks what was missing."""
    query = results.query
    return bool(query.text) and query.page == 1 and not results.strong_total


def _empty(results: SearchResults) -> dict[str, Any]:
    """What to do where nothing was found."""
    query = results.query
    if results.total:
        return past_the_end(query.url(page=1))
    links = []
    if other := _elsewhere(results):
        links.append(other)
    if query.text and (query.facets or query.scope):
        url = query.url(facets={}, scope=EVERYWHERE)
        links.append({"label": gettext("Search without filters"), "url": url})
    links.append({"label": gettext("Show everything"), "url": "?"})
    advice = gettext("Try fewer words, or another word for the same thing.")
    if query.text and not (query.facets or query.scope):
        words = gettext("The bank has no materials yet for “%(words)s”.") % {"words": query.text}
        advice = f"{words} {advice}"
    return {"title": "", "text": advice, "links": links}
