"""The slug field of the CMS: our own transliteration in the browser, by Wagtail's own formatters."""

import re
from typing import Any

from wagtail.admin.widgets import SlugInput

from bilingual.transliteration import LATIN, MAXIMUM_SLUG_LENGTH

# The steps of `bilingual.transliteration.slugify`, as pairs of pattern and replacement. The browser
# has no table of its own: these are written into the field's attributes.
FORMATTERS: list[tuple[str, str]] = [
    *((f"[{letter}{letter.upper()}]", latin) for letter, latin in LATIN.items()),
    ("[^A-Za-z0-9]+", "-"),
    ("^-+|-+$", ""),
    # At most so many characters, cut between words.
    (f"^(?=.{{{MAXIMUM_SLUG_LENGTH + 1}}})(.{{1,{MAXIMUM_SLUG_LENGTH}}})-.*$", "$1"),
    (f"^(.{{{MAXIMUM_SLUG_LENGTH}}}).+$", "$1"),
]


class TransliteratingSlugInput(SlugInput):
    """Wagtail's slug field, which knows Kazakh and Russian letters by our table."""

    def __init__(self, attrs: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(attrs, formatters=[list(pair) for pair in FORMATTERS], **kwargs)


def formatted(text: str) -> str:
    """Return what the formatters make of `text`; the same as `slugify`, in lower case."""
    for pattern, replacement in FORMATTERS:
        text = re.sub(pattern, replacement.replace("$1", r"\1"), text)
    return text.lower()
