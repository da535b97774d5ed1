"""The filters beside the hits: which values there are, how they are worded, what choosing one does."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.query import SearchQuery
from search.sources import Choice, Choices

# Filters that stand open before anything is chosen in them.
OPEN_AT_FIRST = ("type", "grade", "subject", "suits", "language")

FACET_LABELS: dict[str, str | Promise] = {
    "type": _("Type of material"),
    "grade": _("Grade"),
    "level": _("Education level"),
    "subject": _("Subject"),
    "area": _("Area without a subject"),
    "suits": _("Conditions"),
    "language": _("Language of the material"),
    "school": _("School"),
    "author": _("Author"),
    "tag": _("Tag"),
    "audience": _("Audience"),
    "form": _("Form of work"),
    "generalisation": _("Level of generalisation"),
}
FACETS = tuple(FACET_LABELS)

# Shown only where they tell hits apart: one value that all hits have helps nobody.
ONLY_TELLING = ("audience", "form", "generalisation", "school", "author", "tag")

# Filters with a value for everybody and everything: of more than LONG values the most frequent stand
# first and the others, MOST_VALUES at most, behind “all”.
GROWING = ("subject", "school", "author", "tag", "form", "audience")
LONG = 8
FIRST = 6
MOST_VALUES = 40


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value of a facet. `count` is how many materials there are with it.

    `lang` is the language of its label where that is not the reader's, `type` the value where it is a
    type of material: such a value has a sign of its own.
    """

    query: SearchQuery
    facet: str
    value: str
    label: str
    lang: str
    checked: bool
    count: int

    @property
    def url(self) -> str:
        """The address with the value chosen or, if it is, no longer chosen."""
        return self.query.toggled(self.facet, self.value)

    @property
    def type(self) -> str:
        """The type of material that the value is, else ""."""
        return self.value if self.facet == "type" else ""


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """One facet. `name` is also the GET parameter of its checkboxes; `more` are behind “all”."""

    name: str
    label: str | Promise
    values: Sequence[FilterValue]
    more: Sequence[FilterValue] = ()

    @property
    def open(self) -> bool:
        """Whether the group stands open."""
        return self.name in OPEN_AT_FIRST or any(value.checked for value in self.values)


def filter_groups(
    choices: Choices,
    query: SearchQuery,
    counts: Mapping[str, Mapping[str, int]],
    total: int,
    language: str,
) -> list[FilterGroup]:
    """The counted facets with those of their values that have a count or are chosen.

    `total` is the number of hits, `language` the reader's.
    """
    groups = []
    for facet, label in FACET_LABELS.items():
        counted = counts.get(facet, {})
        chosen = query.facets.get(facet, ())
        values = [
            _value(query, facet, choice, language, choice.value in chosen, counted)
            for choice in choices.get(facet, {}).values()
            if choice.value in counted or choice.value in chosen
        ]
        if values and (chosen or _tells(facet, values, total)):
            groups.append(FilterGroup(facet, label, *_shortened(facet, values)))
    return groups


def chips(groups: Sequence[FilterGroup]) -> list[FilterValue]:
    """The chosen values, each to be taken away by itself."""
    return [value for group in groups for value in group.values if value.checked]


def _value(
    query: SearchQuery,
    facet: str,
    choice: Choice,
    language: str,
    checked: bool,
    counted: Mapping[str, int],
) -> FilterValue:
    return FilterValue(
        query=query,
        facet=facet,
        value=choice.value,
        label=choice.label,
        lang=choice.language if choice.language != language else "",
        checked=checked,
        count=counted.get(choice.value, 0),
    )


def _tells(facet: str, values: Collection[FilterValue], total: int) -> bool:
    return facet not in ONLY_TELLING or any(value.count != total for value in values)


def _shortened(
    facet: str, values: list[FilterValue]
) -> tuple[Sequence[FilterValue], Sequence[FilterValue]]:
    """The values that are seen at once, and those behind “all” in their own order.

    What is chosen is always seen.
    """
    if facet not in GROWING or len(values) <= LONG:
        return values, ()
    by_frequency = sorted(values, key=lambda value: (not value.checked, -value.count))
    first = [value for number, value in enumerate(by_frequency) if number < FIRST or value.checked]
    kept = {value.value for value in by_frequency[len(first) : MOST_VALUES]}
    return first, [value for value in values if value.value in kept]
