"""In which of the two languages a text is written, judged by its letters."""

import re

from bilingual.folding import KAZAKH_LETTERS

# Of the Cyrillic letters of a Kazakh text some 15 % are Kazakh's own, of a Russian text with Kazakh
# names hardly one.
KAZAKH_SHARE = 0.05
# With fewer letters than these nothing can be said.
FEWEST_LETTERS = 20

_CYRILLIC = re.compile("[\u0400-\u04ff]")


def language_of(text: str, otherwise: str) -> str:
    """Return "kk" or "ru"; `otherwise` for a text with too few Cyrillic letters to tell."""
    cyrillic = len(_CYRILLIC.findall(text))
    if cyrillic < FEWEST_LETTERS:
        return otherwise
    kazakh = sum(map(text.count, KAZAKH_LETTERS))
    return "kk" if kazakh >= KAZAKH_SHARE * cyrillic else "ru"
