"""Parts of an Office file that other parts point to, in the order of the document."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .archive import Archive
from .outcome import State, UnreadableError
from .xml_parts import PartReader, listen, value_of


class PartLink(NamedTuple):
    """A slide or sheet: the name of its part and the attributes of the element that lists it."""

    part: str
    attributes: Mapping[str, str]


class _Relations(PartReader):
    """Targets by the identifiers of a .rels part."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            self.targets[value_of(attributes, "Id")] = value_of(attributes, "Target")


class _Contents(PartReader):
    """The elements of one name in a part that lists others."""

    def __init__(self, element: str) -> None:
        super().__init__()
        self.element = element
        self.listed: list[Mapping[str, str]] = []

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == self.element:
            self.listed.append(attributes)


def linked_parts(archive: Archive, part: str, element: str) -> Iterator[PartLink]:
    """Yield what `part` lists in elements of this name, in its order."""
    folder, name = posixpath.split(part)
    relations, contents = _Relations(), _Contents(element)
    listen(archive.open(f"{folder}/_rels/{name}.rels"), relations)
    listen(archive.open(part), contents)
    for attributes in contents.listed:
        # A slide has an `id` of its own beside that of the relation, which has a namespace.
        relation = next((attributes[key] for key in attributes if key.endswith("}id")), "")
        if relation not in relations.targets:
            raise UnreadableError(State.BROKEN)
        target = posixpath.join("/", folder, relations.targets[relation])
        yield PartLink(posixpath.normpath(target).lstrip("/"), attributes)
