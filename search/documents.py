"""What a page type hands to the search: plain values, the same for every engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

PUBLIC = "public"
SIGNED_IN = "signed-in"


# What the keys of pages begin with.
PAGE = "page:"


def page_key(page_id: int) -> str:
    """The key of the document that a page is, whatever its type."""
    return f"{PAGE}{page_id}"


def group_token(group_id: int) -> str:
    """The visibility token of readers in one group."""
    return f"group:{group_id}"


@dataclass(frozen=True, slots=True)
class Section:
    """One named part of a document.

    `name` is the machine key ("summary", "results"), `label` its wording per interface language,
    `language` that of the text: a section may differ from its document.
    """

    name: str
    text: str
    language: str
    label: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One findable text with all that a list of hits shows of it.

    `key` names the record ("page:12"); `group` its permanent address: documents of one group are
    translations of each other, one hit. `visibility` holds tokens ("public", "signed-in",
    "group:3") of which a reader needs one. `keywords` are found like text but never quoted. `display`
    holds, per interface language, what must be able to pass through JSON and comes back with a hit.
    """

    key: str
    group: str
    kind: str
    language: str
    title: str
    sections: tuple[Section, ...] = ()
    keywords: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    visibility: tuple[str, ...] = (PUBLIC,)
    published: date | None = None
    display: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
