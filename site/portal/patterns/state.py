"""What an example of a component is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class State:
    """A component as it stands on a page once.

    `name` says what is shown of it; `values` are its parameters, or its context where the component is included;
    `lang` is the language of the content, and then of the whole component; `within` is the element that such
    a component stands in ("ul", "ol", "template"), `ground` a class of the ground ("sky").
    """

    name: str
    values: Mapping[str, Any] = field(default_factory=dict)
    lang: str = ""
    within: str = ""
    ground: str = ""


Examples = dict[str, tuple[State, ...]]
