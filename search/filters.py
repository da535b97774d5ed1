"""The filters beside a list: which values there are, how they are worded, what choosing one does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search import sources
from search.query import FACETS, SearchQuery

FACET_LABELS: dict[str, str | Promise] = {
    "type": _("Type of material"),
    "grade": _("Grade"),
    "subject": _("Subject"),
    "language": _("Language of the material"),
}


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value: `url` is the address with it chosen or, if `checked`, no longer chosen."""

    value: str
    label: str
    checked: bool
    url: str


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """One facet. `name` is also the GET parameter of its checkboxes."""

    name: str
    label: str | Promise
    values: tuple[FilterValue, ...]


def known_values() -> dict[str, list[str]]:
    """The existing values of every facet, as the sources name them."""
    return {facet: [value for value, _ in sources.facet_choices(facet)] for facet in FACETS}


def filter_groups(
    query: SearchQuery, available: Mapping[str, Iterable[str]], language: str
) -> list[FilterGroup]:
    """The facets that have a value among `available` or chosen, in their order on the page."""
    groups = []
    for facet in FACETS:
        chosen = query.facets.get(facet, ())
        shown = {*available.get(facet, ()), *chosen}
        values = tuple(
            FilterValue(
                value=value,
                label=source.facet_label(facet, value, language),
                checked=value in chosen,
                url=query.toggled(facet, value),
            )
            for value, source in sources.facet_choices(facet)
            if value in shown
        )
        if values:
            groups.append(FilterGroup(facet, FACET_LABELS[facet], values))
    return groups


def chosen_values(groups: Iterable[FilterGroup]) -> list[FilterValue]:
    """The values that narrow the list now; their addresses take them away."""
    return [value for group in groups for value in group.values if value.checked]
