"""What becomes of reading a file: a named state, and the text by pages."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How the reading ended."""

    READ = "read"
    EMPTY = "empty"
    TOO_BIG = "too-big"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"


class UnreadableError(Exception):
    """The file has no text to give; `state` says why."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.state = state


class PageText(NamedTuple):
    """The text of a page, slide or sheet; `number` from 1, None where nobody knows the page."""

    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """How a file was read. Pages without a word are left out; `cut` where there was more text."""

    state: State
    pages: tuple[PageText, ...] = ()
    cut: bool = False

    def to_json(self) -> bytes:
        """The extraction as the child writes it."""
        return json.dumps([self.state, self.pages, self.cut], ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, written: bytes) -> "Extraction":
        """The extraction that a child wrote; ValueError if it is none."""
        state, pages, cut = json.loads(written)
        return cls(
            State(state),
            tuple(PageText(number, str(text)) for number, text in pages),
            bool(cut),
        )
