"""XML of an office file, heard event by event: no tree is built, no entity is replaced."""

from collections.abc import Mapping

from defusedxml.ElementTree import XMLParser

from .archive import Part
from .limits import MAXIMUM_DEPTH
from .outcome import State, UnreadableError

_CHUNK = 64 * 1024


class PartReader:
    """Hears a part of an office file; a format overrides what it listens to.

    Elements go by their local names, for one format has several namespaces.
    """

    def __init__(self) -> None:
        self._depth = 0
        self._passed_over_from = 0

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def closed(self, name: str) -> None:
        """An element ends."""

    def said(self, text: str) -> None:
        """A piece of text stands in the element."""

    def passes_over(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Whether nothing of this element is to be heard."""
        return False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins, for the parser."""
        self._depth += 1
        if self._depth > MAXIMUM_DEPTH:
            raise UnreadableError(State.BROKEN)
        if self._passed_over_from:
            return
        name = local_name(tag)
        if self.passes_over(name, attributes):
            self._passed_over_from = self._depth
        else:
            self.opened(name, attributes)

    def end(self, tag: str) -> None:
        """An element ends, for the parser."""
        if not self._passed_over_from:
            self.closed(local_name(tag))
        elif self._passed_over_from == self._depth:
            self._passed_over_from = 0
        self._depth -= 1

    def data(self, text: str) -> None:
        """A piece of text, for the parser."""
        if not self._passed_over_from:
            self.said(text)


def listen(part: Part, reader: PartReader) -> None:
    """Let a reader hear a part; errors of expat and defusedxml where it is no plain XML."""
    parser = XMLParser(target=reader, forbid_dtd=True)
    try:
        while chunk := part.read(_CHUNK):
            parser.feed(chunk)
    except LookupError as error:
        # So expat says that there is no such encoding.
        raise UnreadableError(State.BROKEN) from error
    parser.close()


def local_name(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def value_of(attributes: Mapping[str, str], name: str) -> str:
    """The value of an attribute by its local name, "" if there is none."""
    return next((value for key, value in attributes.items() if local_name(key) == name), "")
