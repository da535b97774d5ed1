"""Pairs of fields, one a language, read in the language of the interface."""

from django.utils.translation import get_language

INTERFACE_LANGUAGES = ("kk", "ru")


class BilingualText(str):
    """A text that knows its language, so that a template can mark a foreign one with `lang`."""

    language: str

    def __new__(cls, text: str, language: str) -> "BilingualText":
        instance = super().__new__(cls, text)
        instance.language = language
        return instance

    def __reduce__(self):
        return (type(self), (str(self), self.language))


def active_language() -> str:
    """Return "kk" or "ru"; the English of the CMS reads the Russian half of a pair."""
    language = (get_language() or "")[:2]
    return language if language in INTERFACE_LANGUAGES else "ru"


def choose(kk: str, ru: str, language: str | None = None) -> BilingualText:
    """Return the text of `language` (the active one by default), or the other where it is empty."""
    pair = {"kk": kk, "ru": ru}
    wanted = language or active_language()
    other = "ru" if wanted == "kk" else "kk"
    return (
        BilingualText(pair[wanted], wanted)
        if pair[wanted] or not pair[other]
        else (BilingualText(pair[other], other))
    )


class Bilingual:
    """Descriptor that reads a pair of fields: `name = Bilingual("name")` reads `name_kk`, `name_ru`.

    `title = Bilingual("title", ru="title")` names a field that does not follow the pattern.
    """

    def __init__(self, stem: str, *, kk: str = "", ru: str = "") -> None:
        self.fields = {"kk": kk or f"{stem}_kk", "ru": ru or f"{stem}_ru"}

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return choose(*(getattr(instance, self.fields[code]) or "" for code in ("kk", "ru")))
