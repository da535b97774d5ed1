"""The filters beside the hits: which values there are, how they are worded, what choosing one does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.query import SearchQuery
from search.sources import Choice

# Filters that stand open before anything is chosen in them.
OPEN_AT_FIRST = ("type", "grade")

FACET_LABELS: dict[str, str | Promise] = {
    "type": _("Type of material"),
    "grade": _("Grade"),
    "level": _("Education level"),
    "subject": _("Subject"),
    "area": _("Area without a subject"),
    "suits": _("Conditions"),
    "language": _("Language of the material"),
}

Choices = Mapping[str, Sequence[Choice]]
"""The existing values of each facet in their order, worded for the reader."""


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

    @property
    def open(self) -> bool:
        """Whether the group stands open."""
        return self.name in OPEN_AT_FIRST or any(value.checked for value in self.values)


def known_values(choices: Choices) -> dict[str, list[str]]:
    """The values alone, as `SearchQuery.from_parameters` takes them."""
    return {facet: [choice.value for choice in values] for facet, values in choices.items()}


def filter_groups(
    choices: Choices, query: SearchQuery, available: Mapping[str, Iterable[str]]
) -> list[FilterGroup]:
    """The facets that have a value among `available` or chosen, in their order on the page."""
    groups = []
    for facet, label in FACET_LABELS.items():
        chosen = query.facets.get(facet, ())
        shown = {*available.get(facet, ()), *chosen}
        values = tuple(
            FilterValue(
                value=choice.value,
                label=choice.label,
                checked=choice.value in chosen,
                url=query.toggled(facet, choice.value),
                type=choice.value if facet == "type" else "",
            )
            for choice in choices.get(facet, ())
            if choice.value in shown
        )
        if values:
            groups.append(FilterGroup(facet, label, values))
    return groups
