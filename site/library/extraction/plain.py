"""Text files, in the encodings that Russian and Kazakh texts are met in."""

import codecs
from typing import BinaryIO

from .collecting import Collector
from .limits import MAXIMUM_CHARACTERS
from .outcome import State, UnreadableError

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A character has at most four bytes.
_ENOUGH = 4 * (MAXIMUM_CHARACTERS + 1)


def read_plain(file: BinaryIO, collector: Collector) -> None:
    """Collect the text; what has NUL bytes is none."""
    data = file.read(_ENOUGH)
    if data.startswith(_UTF16_MARKS):
        collector.write(data.decode("utf-16", errors="replace"))
        return
    if b"\0" in data:
        raise UnreadableError(State.BROKEN)
    try:
        # An incremental decoder, for the limit may have cut the last letter.
        text = codecs.getincrementaldecoder("utf-8")().decode(data.removeprefix(codecs.BOM_UTF8))
    except UnicodeDecodeError:
        # Windows' Cyrillic with the Kazakh letters; Russian letters stand in the same places.
        text = data.decode("kz1048", errors="replace")
    collector.write(text)
