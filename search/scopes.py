"""Parts of a document that words can be looked for in, worded for the reader."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.query import EVERYWHERE, SCOPES, SearchQuery

LABELS: dict[str, Promise] = {
    EVERYWHERE: _("everywhere"),
    "title": _("in the title"),
    "results": _("in the results"),
    "conditions": _("in the conditions"),
    "steps": _("in the steps"),
}


def scopes(query: SearchQuery) -> list[dict[str, Any]]:
    """Return {value, label, checked} of each scope; nothing where there are no words."""
    if not query.text:
        return []
    return [
        {"value": scope, "label": LABELS[scope], "checked": scope == query.scope}
        for scope in SCOPES
    ]


def scope_chips(query: SearchQuery) -> list[dict[str, Any]]:
    """Return the chosen scope as one to be taken away, if it is not everywhere."""
    if not (query.text and query.scope):
        return []
    return [{"label": LABELS[query.scope], "url": query.url(scope=EVERYWHERE)}]
