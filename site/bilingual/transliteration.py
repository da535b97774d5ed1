"""Kazakh and Russian letters in Latin, for addresses.

Kazakh letters follow the practice of the 2021 alphabet draft without its diacritics; Russian ones the
common passport practice. The same letter gets one spelling in both languages, so that the table
needs to know nothing of the language of a text.
"""

import re
from collections.abc import Callable

LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
    "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
    "ң": "ng", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "№": "no",
}  # fmt: skip

MAXIMUM_SLUG_LENGTH = 80


def transliterate(text: str) -> str:
    """Return `text` in lower case with every Kazakh and Russian letter in Latin."""
    return "".join(LATIN.get(letter, letter) for letter in text.lower())


def slugify(text: str, allow_unicode: bool = False) -> str:
    """Return a slug of ASCII letters, digits and hyphens, at most 80 characters, cut between words.

    `allow_unicode` is accepted because callers of Django's function of this name pass it, and ignored.
    """
    words = re.findall(r"[a-z0-9]+", transliterate(text))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:MAXIMUM_SLUG_LENGTH]
        if len(longer) > MAXIMUM_SLUG_LENGTH:
            break
        slug = longer
    return slug


def free_slug(base: str, is_taken: Callable[[str], bool]) -> str:
    """Return `base`, with the first number from 2 on under which it is free where it is taken."""
    slug, number = base, 2
    while is_taken(slug):
        slug, number = f"{base}-{number}", number + 1
    return slug
