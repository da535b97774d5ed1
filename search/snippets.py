"""The best place of a document for a question, cut from stored passages, with the words marked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from search.analysis.words import WORD
from search.prepare import Passage
from search.results import Piece, Snippet
from search.terms import Terms

# Words in a snippet at most, and of these before the first marked word.
SNIPPET_WORDS = 28
LEADING_WORDS = 7

# What may stand between two marked words that are marked as one.
_JOINING = " \u00a0-–"


class _Place(NamedTuple):
    """A window over a passage: `worth` is the number of different words of the question in it."""

    worth: int
    first: int
    marks: list[int]


def marked_title(passage: Passage, terms: Terms) -> list[Piece]:
    """The whole title in pieces."""
    return _pieces(passage, 0, len(passage.text), _marks(passage, terms))


def best_snippet(passages: Sequence[Passage], terms: Terms, language: str) -> Snippet | None:
    """The window with the most different words of the question; the beginning if none has any.

    `language` is that of the interface, in which the section is named. None if there is no text.
    """
    best: tuple[Passage, _Place] | None = None
    for passage in passages:
        place = _best_place(passage, terms)
        if best is None or place.worth > best[1].worth:
            best = (passage, place)
    return _cut(*best, language) if best else None


def _marks(passage: Passage, terms: Terms) -> list[int]:
    """The places, counted in words, of the words that the question has in any form."""
    wanted = terms.stems
    return [place for place, stem in enumerate(passage.stems.split(" ")) if stem in wanted]


def _best_place(passage: Passage, terms: Terms) -> _Place:
    marks = _marks(passage, terms)
    stems = passage.stems.split(" ")
    best = _Place(0, 0, marks)
    for index, mark in enumerate(marks):
        reach = mark + SNIPPET_WORDS - LEADING_WORDS
        worth = len({stems[other] for other in marks[index:] if other < reach})
        if worth > best.worth:
            best = _Place(worth, mark, marks)
    return best


def _cut(passage: Passage, place: _Place, language: str) -> Snippet:
    starts = passage.starts
    first = max(0, place.first - LEADING_WORDS)
    last = min(len(starts), first + SNIPPET_WORDS) - 1
    begin = starts[first] if first else 0
    end = len(passage.text) if last == len(starts) - 1 else _end(passage, last)
    pieces = _pieces(passage, begin, end, place.marks)
    if first:
        pieces.insert(0, Piece("…", False))
    if end < len(passage.text):
        pieces.append(Piece("…", False))
    label = passage.label.get(language, "")
    return Snippet(pieces, passage.language, passage.section, label)


def _pieces(passage: Passage, begin: int, end: int, marks: Iterable[int]) -> list[Piece]:
    """The text from `begin` to `end` with marked words; neighbours are marked as one stretch."""
    text = passage.text
    stretches: list[tuple[int, int]] = []
    for mark in marks:
        start = passage.starts[mark]
        if not begin <= start < end:
            continue
        stop = _end(passage, mark)
        if stretches and not text[stretches[-1][1] : start].strip(_JOINING):
            stretches[-1] = (stretches[-1][0], stop)
        else:
            stretches.append((start, stop))
    pieces: list[Piece] = []
    done = begin
    for start, stop in stretches:
        if done < start:
            pieces.append(Piece(text[done:start], False))
        pieces.append(Piece(text[start:stop], True))
        done = stop
    if done < end:
        pieces.append(Piece(text[done:end], False))
    return pieces


def _end(passage: Passage, place: int) -> int:
    word = WORD.match(passage.text, passage.starts[place])
    return word.end() if word else passage.starts[place]
