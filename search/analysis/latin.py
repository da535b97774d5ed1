"""Kazakh and Russian words typed in Latin letters, compared by a key that many spellings share.

Keys are compared, nothing is transliterated: сабақ, sabaq and sabak have the key sabak; аттестация,
attestaciya and attestatsiya the key atestaca.
"""

import re
import unicodedata

from bilingual.folding import COMBINING

# Latin letters that mean more than without their accent.
_LATIN = str.maketrans({"ş": "sh", "ç": "ch"})
# Letters of folded Cyrillic words, and Latin ones that stand for others.
_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдежзийклмнопрстуфхцыэ", "abvgdejziiklmnoprstufhcie", strict=True)),
        "ш": "sh",
        "щ": "sh",
        "ч": "ch",
        "ю": "iu",
        "я": "ia",
        "ь": "",
        "ъ": "",
        "ı": "i",
        "ŋ": "n",
        "w": "sh",
        "q": "k",
        "y": "i",
    }
)
_DIGRAPHS = (
    ("shch", "sh"), ("sch", "sh"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ng", "n"),
    ("ts", "c"), ("tc", "c"), ("cz", "c"), ("x", "h"),
)  # fmt: skip
_SOFT_VOWEL = re.compile("i+(?=[aeou])")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_ACCENT = re.compile(f"[{COMBINING}]")


def latin_key(text: str) -> str:
    """The key of a word, or of many words parted by line ends. Digits and signs stay."""
    text = unicodedata.normalize("NFC", text.lower()).translate(_LATIN)
    text = _ACCENT.sub("", unicodedata.normalize("NFD", text)).translate(_LETTERS)
    reduced = _reduced(text)
    # What one reduction brings together another may reduce: стш is stsh, sch, sh.
    while reduced != text:
        text, reduced = reduced, _reduced(reduced)
    return text


def _reduced(text: str) -> str:
    for written, meant in _DIGRAPHS:
        text = text.replace(written, meant)
    return _DOUBLED.sub(r"\1", _SOFT_VOWEL.sub("", text))
