"""The filters beside the hits: which values there are, how they are worded, what choosing one does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.query import SearchQuery
from search.sources import Source, facet_choices

FACET_LABELS: dict[str, str | Promise] = {
    "type": _("Type of material"),
    "grade": _("Grade"),
    "subject": _("Subject"),
    "language": _("Language of the material"),
}

Choices = Mapping[str, list[tuple[str, Source]]]
"""The existing values of each facet in their order, each with the source that words it."""


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value: `url` is the address with it chosen or, if `checked`, no longer chosen.

    `type` is the value where it is a type of material: such a value has a sign of its own.
    """

    value: str
    label: str
    checked: bool
    url: str
    type: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """One facet. `name` is also the GET parameter of its checkboxes."""

    name: str
    label: str | Promise
    values: tuple[FilterValue, ...]


def choices() -> Choices:
    """What readers can filter by, as the sources name it now."""
    return {facet: facet_choices(facet) for facet in FACET_LABELS}


def known_values(choices: Choices) -> dict[str, list[str]]:
    """The values alone, as `SearchQuery.from_parameters` takes them."""
    return {facet: [value for value, _source in values] for facet, values in choices.items()}


def filter_groups(
    choices: Choices, query: SearchQuery, available: Mapping[str, Iterable[str]], language: str
) -> list[FilterGroup]:
    """The facets that have a value among `available` or chosen, in their order on the page."""
    groups = []
    for facet, values in choices.items():
        chosen = query.facets.get(facet, ())
        shown = {*available.get(facet, ()), *chosen}
        worded = tuple(
            FilterValue(
                value=value,
                label=source.facet_label(facet, value, language),
                checked=value in chosen,
                url=query.toggled(facet, value),
                type=value if facet == "type" else "",
            )
            for value, source in values
            if value in shown
        )
        if worded:
            groups.append(FilterGroup(facet, FACET_LABELS[facet], worded))
    return groups
