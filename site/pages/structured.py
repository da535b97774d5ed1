"""Things of schema.org as a page tells of them: JSON-LD."""

from collections.abc import Sequence
from typing import Any

from search.addresses import absolute

CONTEXT = "https://schema.org"

Thing = dict[str, Any]


def thing(kind: str, **properties: Any) -> Thing:
    """Return a thing of a type without the properties that are empty; a list of one is its only value."""
    found: Thing = {"@type": kind}
    for name, value in properties.items():
        if isinstance(value, list):
            value = [one for one in value if one]
            value = value[0] if len(value) == 1 else value
        if value:
            found[name] = value
    return found


def structured_data(
    things: Sequence[Thing], breadcrumbs: Sequence[dict[str, str]], title: str
) -> Thing | None:
    """Return what a page says: its own things and the way to it, which ends at the page; None for nothing.

    Any of them may be Jinja's undefined where a page does not give it.
    """
    graph = list(things)
    if breadcrumbs:
        way = [(crumb["label"], absolute(crumb["url"])) for crumb in breadcrumbs]
        items = [
            thing("ListItem", position=position, name=name, item=address and {"@id": address})
            for position, (name, address) in enumerate([*way, (title, "")], start=1)
        ]
        graph.append(thing("BreadcrumbList", itemListElement=items))
    if not graph:
        return None
    return {"@context": CONTEXT, **(graph[0] if len(graph) == 1 else {"@graph": graph})}
