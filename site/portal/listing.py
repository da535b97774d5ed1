"""A listing with filters: a section of the bank."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.pairs import active_language
from experience.facet_labels import facet_label
from pages.cached import kept
from search.engines.serving import engine
from search.query import SearchQuery
from search.readers import reader_of
from search.sources import facet_choices

from .paging import page_links

PAGE_SIZE = 20
FILTERS = ("grade", "subject", "area", "language", "suits")


def filter_labels() -> dict[str, str]:
    """Return the headings of the filters in the active language."""
    return {
        "type": _("Type of material"),
        "grade": _("Grade"),
        "subject": _("Subject"),
        "area": _("Area without a subject"),
        "language": _("Language of the material"),
        "suits": _("Conditions"),
    }


def listing_context(
    request: HttpRequest, *, title: str, lead: str, fixed: dict[str, tuple[str, ...]]
) -> dict[str, Any]:
    """Return the context of `components/listing.html` for the materials under `fixed` and the reader's filters."""
    known = kept(request, "facet values", _known_values)
    query = SearchQuery.from_parameters(request.GET, known)
    chosen = {name: values for name, values in query.facets.items() if name not in fixed}
    asked = SearchQuery(
        facets={**chosen, **fixed}, sort="date", page=query.page, page_size=PAGE_SIZE
    )
    results = engine().search(asked, reader_of(request))
    shown = SearchQuery(facets=chosen, page=query.page)
    language = active_language()
    return {
        "heading": title,
        "intro": lead,
        "breadcrumbs": [],
        "page_title": title,
        "page_description": lead,
        "filters": {
            "url": "",
            "groups": filter_groups(known, chosen, [name for name in FILTERS if name not in fixed]),
            "hidden": [],
        },
        "chips": [
            {"label": facet_label(name, value, language), "url": shown.toggled(name, value)}
            for name, values in chosen.items()
            for value in values
        ],
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
        **page_links(query.page, results.page_count, lambda number: shown.url(page=number)),
    }


def filter_groups(
    known: dict[str, list[str]], chosen: dict[str, tuple[str, ...]], names: list[str]
) -> list[dict[str, Any]]:
    """Return the groups of `components/filters.html`."""
    language, labels = active_language(), filter_labels()
    return [
        {
            "name": name,
            "label": labels[name],
            "open": bool(chosen.get(name)) or name in ("type", "grade"),
            "values": [
                {
                    "value": value,
                    "label": facet_label(name, value, language),
                    "checked": value in chosen.get(name, ()),
                    "count": None,
                    "type": value if name == "type" else "",
                }
                for value in known[name]
            ],
        }
        for name in names
    ]


def _known_values() -> dict[str, list[str]]:
    return {name: [value for value, _source in facet_choices(name)] for name in ("type", *FILTERS)}
