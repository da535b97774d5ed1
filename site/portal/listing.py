"""A listing with filters: a section of the bank. Its filters are the search's."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.pairs import active_language
from experience.asking import ask
from search.filters import FACETS, chips, filter_groups
from search.orders import orders
from search.paging import page_links, past_the_end
from search.query import RELEVANCE, TITLE, SearchQuery
from search.readers import reader_of
from search.sources import facet_choices

PAGE_SIZE = 20


def listing_context(
    request: HttpRequest, *, title: str, lead: str, fixed: dict[str, tuple[str, ...]]
) -> dict[str, Any]:
    """Return the context of a listing of the materials under `fixed` and the reader's filters."""
    language = active_language()
    choices = facet_choices(request, language)
    asked = SearchQuery.from_parameters(request.GET, choices)
    chosen = {name: values for name, values in asked.facets.items() if name not in fixed}
    sort = asked.sort if asked.sort == TITLE else RELEVANCE
    shown = SearchQuery(facets=chosen, sort=sort, page=asked.page)
    counted = tuple(facet for facet in FACETS if facet not in fixed)
    query = replace(shown, facets={**chosen, **fixed}, page_size=PAGE_SIZE, counted=counted)
    results = ask(request, query, reader_of(request))
    groups = filter_groups(choices, shown, results.facets, results.total, language)
    return {
        "heading": title,
        "intro": lead,
        "breadcrumbs": [],
        "page_title": title,
        "page_description": lead,
        "filters": {"url": "", "groups": groups, "hidden": shown.fields({"sort"})},
        "chips": chips(groups),
        "reset_url": shown.url(facets={}),
        "orders": orders(shown),
        "hits": results.hits,
        "empty": past_the_end(shown.url(page=1))
        if results.total
        else {
            "title": _("Nothing here yet"),
            "text": _("There is no material with all these conditions. Take one of them away."),
            "links": [{"label": _("Show everything"), "url": request.path}],
        },
        "found": ngettext("%(count)d material", "%(count)d materials", results.total)
        % {"count": results.total},
        **page_links(asked.page, results.page_count, lambda number: shown.url(page=number)),
    }
