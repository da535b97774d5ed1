"""Which pages are looked at, and in which light: every theme, version, width and language comes up."""

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

# The name of a page and its address below the prefix of a language.
PAGES = {
    "home": "",
    "experiences": "experience/",
    "guides, filtered": "guides/?grade=3&language=ru",
    "technologies": "technologies/",
    "experience": "experience/kartochki-samoproverki/",
    "experience, never translated": "experience/odin-opyt-dva-klassa/",
    "guide": "guides/biriktirilgen-synypta-sabaqty-josparlau/",
    "technology": "technologies/rabota-po-stantsiyam/",
    "authors": "authors/",
    "author": "authors/abenova/",
    "schools": "schools/",
    "school": "schools/bozaral/",
    "subjects": "subjects/",
    "subject": "subjects/mathematics/",
    "tag": "tags/chtenie/",
    "text": "about/",
    "acts": "acts/",
    "act": "acts/council/",
    "search, no question": "search/",
    "search": "search/?q=карточки",
    "search, filtered": "search/?q=урок&type=experience&grade=5",
    "search, none": "search/?q=ъъъъ",
    "accessibility": "accessibility/",
    "sign in": "_login/",
    "selection": "selection/?m=0214,0187,0142,9999,abc",
    "selection, empty": "selection/",
    "text of a file": "files/13/",
    "not found": "nowhere/",
}
LANGUAGES = ("kk", "ru")
WIDTHS = (320, 360, 1280)
ORDINARY = ("light", "dark")
# Of the low-vision version each scheme, size and spacing once; text of 32 px at 320 px is the hardest.
LOW_VISION = {
    "black on white": "v1.24.black.usual.on",
    "white on black": "v1.32.white.wide.on",
    "blue": "v1.18.blue.usual.off",
}
# What the cookie holds of each version.
VERSIONS = {**LOW_VISION, "lite": "lite"}
THEMES = (*ORDINARY, *VERSIONS)


class Sight(NamedTuple):
    """A page in one language, width (CSS px) and theme of the ordinary page or of a version."""

    page: str
    language: str
    width: int
    theme: str

    def __str__(self) -> str:
        return f"{self.page} · {self.language} {self.width} {self.theme}"


# Coprime with the numbers of ways, so that neighbours in the table differ in more than the theme.
STEP = 7


def ways(themes: Iterable[str]) -> list[tuple[str, int, str]]:
    """Return every language and width in each of the themes."""
    return list(product(LANGUAGES, WIDTHS, themes))


def rotated(pages: list[str], themes: Iterable[str] = THEMES) -> list[Sight]:
    """Return each page once; as many pages as there are ways show all of them together."""
    table = ways(themes)
    return [Sight(page, *table[STEP * number % len(table)]) for number, page in enumerate(pages)]


def all_sights(pages: list[str]) -> list[Sight]:
    """Return each page in every language, width and theme."""
    return [Sight(page, *way) for page in pages for way in ways(THEMES)]
