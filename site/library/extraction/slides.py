"""Text of PPTX: what stands on the slides, in their order, without hidden ones."""

from collections.abc import Mapping

from .archive import Archive
from .collecting import Collector
from .packages import linked_parts
from .xml_parts import PartReader, listen, value_of


class _Slide(PartReader):
    def __init__(self, collector: Collector) -> None:
        super().__init__()
        self._collector = collector
        self._listening = False

    def passes_over(self, name: str, attributes: Mapping[str, str]) -> bool:
        hidden = name == "sld" and value_of(attributes, "show") in ("0", "false")
        return hidden or name == "Fallback"

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "t":
            self._listening = True
        elif name == "br":
            self._collector.write("\n")

    def closed(self, name: str) -> None:
        if name == "t":
            self._listening = False
        elif name == "p":
            self._collector.write("\n")

    def said(self, text: str) -> None:
        if self._listening:
            self._collector.write(text)


def read_pptx(archive: Archive, collector: Collector) -> None:
    """Collect the text, a page a slide."""
    for number, slide in enumerate(linked_parts(archive, "ppt/presentation.xml", "sldId"), 1):
        collector.turn(number)
        listen(archive.open(slide.part), _Slide(collector))
