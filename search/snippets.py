"""The best place of a document for a question, cut from stored passages, with the words marked."""

from collections.abc import Iterable, Mapping, Sequence, Set
from heapq import nsmallest
from typing import NamedTuple

from search.analysis.words import WORD
from search.prepare import Passage
from search.results import Piece, Snippet

# Words in a snippet at most, and of these before the first marked word.
SNIPPET_WORDS = 28
LEADING_WORDS = 7

# Passages of a document at most in which the best place is sought.
MOST_LOOKED_AT = 4

# What may stand between two marked words that are marked as one.
_JOINING = " \u00a0-–"


class Place(NamedTuple):
    """A place in one of several passages.

    `passage` counts passages, `first` the words before the place; `marks` are the places of all words
    to be marked; `worth` is the number of different words of the question that a snippet from here shows.
    """

    passage: int
    first: int
    marks: list[int]
    worth: int


def most_telling(different: Mapping[int, int]) -> list[int]:
    """Those passages that are looked at for the best place, best first.

    Given is how many different words of the question each has; the earlier goes before its equals.
    """
    return nsmallest(MOST_LOOKED_AT, different, key=lambda passage: (-different[passage], passage))


def best_place(stems: Sequence[str], wanted: frozenset[str]) -> Place:
    """The place from which a snippet shows the most different words; the beginning if none has any.

    `stems` are those of the passages to choose from, as stored.
    """
    tokens = [stored.split(" ") for stored in stems]
    having = {passage: wanted.intersection(own) for passage, own in enumerate(tokens)}
    different = {passage: len(found) for passage, found in having.items() if found}
    best = Place(0, 0, [], 0)
    for passage in most_telling(different):
        if different[passage] > best.worth:
            place = _best_place_in(passage, tokens[passage], having[passage])
            if place.worth > best.worth:
                best = place
    return best


def _best_place_in(passage: int, tokens: Sequence[str], wanted: Set[str]) -> Place:
    """The first of the best places in a passage that has all the words wanted."""
    marks = [place for place, stem in enumerate(tokens) if stem in wanted]
    best = Place(passage, marks[0], marks, 1)
    for index, mark in enumerate(marks):
        if best.worth == len(wanted):
            break
        reach = mark + SNIPPET_WORDS - LEADING_WORDS
        window = marks[index : index + SNIPPET_WORDS]
        worth = len({tokens[other] for other in window if other < reach})
        if worth > best.worth:
            best = Place(passage, mark, marks, worth)
    return best


def marked_title(passage: Passage, wanted: frozenset[str]) -> list[Piece]:
    """The whole title in pieces."""
    place = best_place([passage.stems], wanted)
    return _pieces(passage, 0, len(passage.text), place.marks)


def snippet_at(passage: Passage, place: Place, language: str) -> Snippet:
    """The words around a place of a passage; its section is named in `language`."""
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
