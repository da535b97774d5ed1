"""Text of XLSX: names of sheets and cells of text, without hidden sheets; bare numbers are no text."""

from collections.abc import Mapping, Sequence

from .archive import Archive
from .collecting import Collector
from .outcome import State, UnreadableError
from .packages import linked_parts
from .xml_parts import PartReader, listen, value_of

SHARED_STRINGS = "xl/sharedStrings.xml"


class _SharedStrings(PartReader):
    """The table in which a workbook keeps every text once."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._listening = False

    def passes_over(self, name: str, attributes: Mapping[str, str]) -> bool:
        return name == "rPh"

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        self._listening = name == "t"

    def closed(self, name: str) -> None:
        self._listening = False
        if name == "si":
            self.texts.append("".join(self._pieces))
            self._pieces.clear()

    def said(self, text: str) -> None:
        if self._listening:
            self._pieces.append(text)


class _Sheet(PartReader):
    def __init__(self, collector: Collector, shared: Sequence[str]) -> None:
        super().__init__()
        self._collector = collector
        self._shared = shared
        self._kind = ""
        self._pieces: list[str] = []
        self._listening = False

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._kind = value_of(attributes, "t")
        self._listening = name == "t" or (name == "v" and self._kind in ("s", "str"))

    def closed(self, name: str) -> None:
        self._listening = False
        if name == "c" and self._pieces:
            self._collector.write(f"{self._cell()} ")
            self._pieces.clear()
        elif name == "row":
            self._collector.write("\n")

    def said(self, text: str) -> None:
        if self._listening:
            self._pieces.append(text)

    def _cell(self) -> str:
        text = "".join(self._pieces)
        if self._kind != "s":
            return text
        if not (text.isascii() and text.isdigit() and int(text) < len(self._shared)):
            raise UnreadableError(State.BROKEN)
        return self._shared[int(text)]


def read_xlsx(archive: Archive, collector: Collector) -> None:
    """Collect the text, a page a sheet."""
    shared = _SharedStrings()
    if SHARED_STRINGS in archive.names:
        listen(archive.open(SHARED_STRINGS), shared)
    for number, sheet in enumerate(linked_parts(archive, "xl/workbook.xml", "sheet"), 1):
        if value_of(sheet.attributes, "state") in ("hidden", "veryHidden"):
            continue
        collector.turn(number)
        collector.write(f"{value_of(sheet.attributes, 'name')}\n")
        listen(archive.open(sheet.part), _Sheet(collector, shared.texts))
