"""Text of DOCX: the body with its footnotes and endnotes, without what was struck out or commented."""

from collections.abc import Mapping

from .archive import Archive
from .collecting import Collector
from .xml_parts import PartReader, listen

BODY = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
# Where Word last saw a page end; without such traces no page is known.
_PAGE_END = "lastRenderedPageBreak"


class _Body(PartReader):
    def __init__(self, collector: Collector) -> None:
        super().__init__()
        self._collector = collector
        self._listening = False

    def passes_over(self, name: str, attributes: Mapping[str, str]) -> bool:
        # The fallback repeats a text box for old programs.
        return name == "Fallback"

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "t":
            self._listening = True
        elif name == "tab":
            self._collector.write(" ")
        elif name in ("br", "cr"):
            self._collector.write("\n")
        elif name == _PAGE_END:
            self._collector.turn_over()

    def closed(self, name: str) -> None:
        if name == "t":
            self._listening = False
        elif name == "p":
            self._collector.write("\n")

    def said(self, text: str) -> None:
        if self._listening:
            self._collector.write(text)


def read_docx(archive: Archive, collector: Collector) -> None:
    """Collect the text, by pages where Word has left their traces."""
    listen(archive.open(BODY), _Body(collector))
    for notes in NOTES:
        if notes in archive.names:
            collector.turn()
            listen(archive.open(notes), _Body(collector))
