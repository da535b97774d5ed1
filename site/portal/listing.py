"""A listing with filters: a section of the bank. Its filters are the search's."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.pairs import active_language
from experience.asking import ask
from pages.cached import kept
from search.filters import filter_groups, known_values
from search.paging import page_links
from search.query import SearchQuery
from search.readers import reader_of
from search.sources import facet_choices

PAGE_SIZE = 20


def choices_of(request: HttpRequest) -> dict[str, list[Any]]:
    """Return the values of every facet in the reader's language."""
    language = active_language()
    return kept(request, ("facet choices", language), lambda: facet_choices(language))


def listing_context(
    request: HttpRequest, *, title: str, lead: str, fixed: dict[str, tuple[str, ...]]
) -> dict[str, Any]:
    """Return the context of a listing of the materials under `fixed` and the reader's filters."""
    choices = choices_of(request)
    asked = SearchQuery.from_parameters(request.GET, known_values(choices))
    chosen = {name: values for name, values in asked.facets.items() if name not in fixed}
    shown = SearchQuery(facets=chosen, page=asked.page)
    query = replace(shown, facets={**chosen, **fixed}, page_size=PAGE_SIZE)
    results = ask(request, query, reader_of(request))
    available = {name: values for name, values in results.available.items() if name not in fixed}
    groups = filter_groups(choices, shown, available)
    return {
        "heading": title,
        "intro": lead,
        "breadcrumbs": [],
        "page_title": title,
        "page_description": lead,
        "filters": {"url": "", "groups": groups, "hidden": []},
        "chips": [value for group in groups for value in group.values if value.checked],
        "reset_url": request.path if chosen else "",
        "orders": [],
        "hits": results.hits,
        "empty": {
            "title": _("Nothing here yet"),
            "text": _("There is no material with all these conditions. Take one of them away."),
            "links": [{"label": _("Show everything"), "url": request.path}],
        },
        "found": ngettext("%(count)d material", "%(count)d materials", results.total)
        % {"count": results.total},
        **page_links(asked.page, results.page_count, lambda number: shown.url(page=number)),
    }
