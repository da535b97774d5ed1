"""The components with their states, rendered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.utils import translation
from markupsafe import Markup

from bilingual.pairs import active_language
from portal.patterns import finding, house, lists, marks, material, sections
from portal.patterns.state import Examples, State

COMPONENTS = settings.ROOT / "templates" / "components"
# In the order of the page.
FAMILIES: tuple[tuple[str, Examples], ...] = (
    ("words", marks.EXAMPLES),
    ("house", house.EXAMPLES),
    ("finding", finding.EXAMPLES),
    ("lists", lists.EXAMPLES),
    ("material", material.EXAMPLES),
    ("sections", sections.EXAMPLES),
)
EXAMPLES: Mapping[str, tuple[State, ...]] = {
    name: states for _family, examples in FAMILIES for name, states in examples.items()
}

_SAYS = re.compile(r"\{#\s*(.+?)\n")
_ID = re.compile(r' id="([^"]+)"')
_TO_ID = re.compile(r'( (?:for|href|data-copy|aria-labelledby|aria-describedby)=")(#?)([^"]+)"')


@dataclass(frozen=True)
class Pattern:
    """A component: its name, what its file says of it in one line, and its rendered states."""

    name: str
    says: str
    states: list[tuple[State, Markup]]


def component_names() -> set[str]:
    """Return the names of the files in `templates/components/`, such as "hit" and "streamfield/text"."""
    return {
        str(path.relative_to(COMPONENTS).with_suffix("")) for path in COMPONENTS.rglob("*.html")
    }


def patterns() -> list[Pattern]:
    """Render every example: in the language of its content, or in the active one."""
    return [
        Pattern(
            name,
            says(COMPONENTS / f"{name}.html"),
            [
                (state, ids_of_its_own(_rendered(name, state), f"{number}-{name}"))
                for number, state in enumerate(states, 1)
            ],
        )
        for name, states in EXAMPLES.items()
    ]


def says(path: Path) -> str:
    """Return the first line of the comment with which the file of a component begins."""
    found = _SAYS.match(path.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{path.name} does not begin with what it is")
    return found[1]


def _rendered(name: str, state: State) -> str:
    """Call the macro of the file with the values, or include the file where it holds none."""
    template = get_template(f"components/{name}.html").template  # type: ignore[attr-defined]
    with translation.override(state.lang or active_language()):
        if _is_macro(name):
            return getattr(template.module, name)(**state.values)
        return template.render(state.values)


def _is_macro(name: str) -> bool:
    return "{% macro " in (COMPONENTS / f"{name}.html").read_text(encoding="utf-8")


def ids_of_its_own(html: str, suffix: str) -> Markup:
    """Return the HTML with ids that no other state has; what leads to them follows."""
    mine = set(_ID.findall(html))

    def follow(found: re.Match[str]) -> str:
        start, sign, name = found.groups()
        return f'{start}{sign}{name}-{suffix}"' if name in mine else found[0]

    named = _ID.sub(lambda found: f' id="{found[1]}-{suffix}"', html)
    return Markup(_TO_ID.sub(follow, named))
