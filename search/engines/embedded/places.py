"""Where in a long text the words of a question stand: its passages are looked up, not read.

Documents of few words are read as a whole, which is cheaper than looking their passages up.
"""

import sqlite3
from collections.abc import Collection, Iterable

from search.prepare import BODY
from search.snippets import most_telling

# Words of a document whose passages are looked up singly.
LONG = 6_000

# More passages than any document has: their numbers are those of a document times this, and so on.
_MOST_PASSAGES = 1 << 20

_HAVING = "SELECT rowid FROM long_passages WHERE long_passages MATCH ? AND rowid BETWEEN ? AND ?"
_IN_SECTION = "SELECT place FROM passages WHERE document = ? AND section = ?"


def long_passages(length: int, passages: Iterable[tuple[str, str]]) -> dict[int, str]:
    """The stems by place of those passages (field and stems) of a document that are looked up."""
    if length <= LONG:
        return {}
    return {place: stems for place, (field, stems) in enumerate(passages) if field == BODY}


def place_number(document: int, place: int) -> int:
    """The number of a passage among all."""
    return document * _MOST_PASSAGES + place


def telling_places(
    connection: sqlite3.Connection, document: int, wanted: Collection[str], section: str
) -> list[int]:
    """The passages of a long document that are worth reading, best first.

    `section` is that which they must stand in, "" for any.
    """
    different: dict[int, int] = {}
    bounds = place_number(document, 0), place_number(document + 1, 0) - 1
    for stem in sorted(wanted):
        for (number,) in connection.execute(_HAVING, (f'"{stem}"', *bounds)):
            place = number - bounds[0]
            different[place] = different.get(place, 0) + 1
    if section:
        within = {place for (place,) in connection.execute(_IN_SECTION, (document, section))}
        different = {place: count for place, count in different.items() if place in within}
    return most_telling(different)
