"""The text of a file as paragraphs, in parts that a slow connection carries."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from library.extraction.outcome import PageText

# Letters of a part; some 12 KB compressed.
PART_LETTERS = 40_000
# A line of a PDF that is shorter than this share of the longest one on its page ends a paragraph.
FULL_LINE = 0.75


class PagePart(NamedTuple):
    """Paragraphs of one page, slide or sheet; `number` from 1, None where nobody knows it."""

    number: int | None
    paragraphs: Sequence[str]


def parts_of(
    pages: Iterable[PageText], kind: str, most: int = PART_LETTERS
) -> list[list[PagePart]]:
    """Return the text of a file of a kind ("pdf", "docx") in parts of at most `most` letters."""
    parts: list[list[tuple[int | None, str]]] = [[]]
    room = most
    for number, text in pages:
        for paragraph in _pieces(_paragraphs(text, kind), most):
            if len(paragraph) > room:
                parts.append([])
                room = most
            parts[-1].append((number, paragraph))
            room -= len(paragraph)
    return [
        [
            PagePart(number, [paragraph for _number, paragraph in group])
            for number, group in groupby(part, key=lambda pair: pair[0])
        ]
        for part in parts
    ]


def _paragraphs(text: str, kind: str) -> list[str]:
    """Return the lines of a text; those of a PDF end with the paper, so full ones are joined."""
    lines = text.split("\n")
    if kind != "pdf":
        return lines
    full = FULL_LINE * max(map(len, lines))
    joined: list[list[str]] = [[]]
    for line in lines:
        joined[-1].append(line)
        if len(line) < full:
            joined.append([])
    return [" ".join(piece) for piece in joined if piece]


def _pieces(paragraphs: Iterable[str], most: int) -> Iterator[str]:
    """Yield the paragraphs, cut where one is longer than a whole part."""
    for paragraph in paragraphs:
        for start in range(0, max(len(paragraph), 1), most):
            yield paragraph[start : start + most]
