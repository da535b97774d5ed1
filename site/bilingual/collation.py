"""Order of the Kazakh alphabet, which contains the Russian one: SQLite has no collation for it."""

# ҚР Cyrillic alphabet of 42 letters, in its order.
ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_PLACE = {letter: chr(0x430 + index) for index, letter in enumerate(ALPHABET)}


def sort_key(text: str) -> str:
    """Return a string whose order by code points is the order of `text` in the Kazakh alphabet.

    Case, quotation marks and spaces at the ends do not count: «Балдәурен» stands under Б.
    """
    letters = text.lower().strip(" «»\"'„“”")
    return "".join(_PLACE.get(letter, letter) for letter in letters)


def initial(text: str) -> str:
    """Return the capital letter under which `text` stands in an alphabetical list; "" for no text."""
    letters = text.strip(" «»\"'„“”")
    return letters[:1].upper()
