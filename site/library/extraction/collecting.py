"""Text gathered page by page, up to the limit."""

import re

from .limits import MAXIMUM_CHARACTERS
from .outcome import Extraction, PageText, State

# Neither shown nor storable: control characters, halves of surrogate pairs, non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n\s*")


class FullError(Exception):
    """The limit of characters is reached: nothing more needs to be read."""


class Collector:
    """Takes the text of a file in reading order."""

    def __init__(self) -> None:
        self._pages: list[PageText] = []
        self._pieces: list[str] = []
        self._number: int | None = 1
        self._paged = False
        self._room = MAXIMUM_CHARACTERS

    def write(self, text: str) -> None:
        """Add text to the page at hand; FullError once there is no room left."""
        if len(text) > self._room:
            self._pieces.append(text[: self._room])
            self._room = 0
            raise FullError
        self._pieces.append(text)
        self._room -= len(text)

    def turn(self, number: int | None = None) -> None:
        """Begin a page: the one with this number, or text that stands on no certain page."""
        text = _clean("".join(self._pieces))
        if text:
            self._pages.append(PageText(self._number, text))
        self._pieces.clear()
        self._number = number
        self._paged = self._paged or number is not None

    def turn_over(self) -> None:
        """Begin the page after the one at hand."""
        self.turn(None if self._number is None else self._number + 1)

    def extraction(self, *, cut: bool) -> Extraction:
        """What was gathered; without page numbers where no page was ever turned."""
        self.turn()
        pages = self._pages
        if not self._paged:
            pages = [PageText(None, page.text) for page in pages]
        return Extraction(State.READ if pages else State.EMPTY, tuple(pages), cut)


def _clean(text: str) -> str:
    """The text with single spaces and line breaks and without what cannot be shown."""
    text = _UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()
