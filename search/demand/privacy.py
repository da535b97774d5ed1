"""What must not be kept of what readers type."""

import re

# Identity numbers have twelve digits, phones ten and more; years, grades and numbers of documents
# stay below.
MOST_DIGITS = 8

_DIGIT = re.compile(r"\d")


def names_a_person(text: str) -> bool:
    """Whether a text may hold an identity number, a phone or an address of mail."""
    return "@" in text or len(_DIGIT.findall(text)) > MOST_DIGITS
