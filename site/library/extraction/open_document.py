"""Text of ODT, ODP and ODS, which keep it in one part."""

from collections.abc import Mapping

from .archive import Archive
from .collecting import Collector
from .outcome import State, UnreadableError
from .xml_parts import PartReader, listen

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
_PARAGRAPHS = frozenset({"p", "h"})
_NOT_READ = frozenset({"annotation", "tracked-changes", "deletion", "notes", "forms"})


class _Content(PartReader):
    def __init__(self, collector: Collector, kind: str) -> None:
        super().__init__()
        self._collector = collector
        self._page_element = {"odt": "soft-page-break", "odp": "page", "ods": "table"}[kind]
        self._paragraphs = 0
        self._pages = 0

    def passes_over(self, name: str, attributes: Mapping[str, str]) -> bool:
        return name in _NOT_READ

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == self._page_element:
            self._pages += 1
            # A text begins on a page, before any page has ended.
            self._collector.turn(self._pages + (name == "soft-page-break"))
        elif name in _PARAGRAPHS:
            self._paragraphs += 1
        elif name in ("s", "tab"):
            self._collector.write(" ")
        elif name == "line-break":
            self._collector.write("\n")

    def closed(self, name: str) -> None:
        if name in _PARAGRAPHS:
            self._paragraphs -= 1
            self._collector.write("\n")

    def said(self, text: str) -> None:
        if self._paragraphs:
            self._collector.write(text)


class _Manifest(PartReader):
    """Says whether parts are encrypted."""

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "encryption-data":
            raise UnreadableError(State.ENCRYPTED)


def read_open_document(archive: Archive, collector: Collector, kind: str) -> None:
    """Collect the text of an "odt", "odp" or "ods"; of an odt by pages where it knows them."""
    if MANIFEST in archive.names:
        listen(archive.open(MANIFEST), _Manifest())
    listen(archive.open(CONTENT), _Content(collector, kind))
