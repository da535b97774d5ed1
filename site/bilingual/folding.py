"""Letters made comparable: one spelling for words that readers take for the same.

Two strengths. `normalise` repairs how a word was typed and keeps its spelling; `fold` gives the key
by which words, tags and names are compared, in lower case and without the letters that many
keyboards lack (казак тили = Қазақ тілі). Both are idempotent and linear in the text's length.
"""

import re
import unicodedata

KAZAKH_LETTERS = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")

# Seen, but not words: soft hyphen, zero-width signs, direction marks, byte-order mark.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"

# Combining accents that stay after composition (stress marks among them).
COMBINING = "\u0300-\u036f"

# Latin and Ukrainian letters that look like a Cyrillic one of the two alphabets.
_LOOK_ALIKES = str.maketrans(
    "aeopcxyihkəɵABCEHIKMOPTXYƏƟїєЇЄ",
    "аеорсхуіһкәөАВСЕНІКМОРТХУӘӨіеІЕ",
)
_FOLDED = str.maketrans("әғқңөұүһіё", "агкноуухие")

_CYRILLIC = "\u0400-\u04ff"
_LATIN = "A-Za-zəɵƏƟ"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_COMBINING = re.compile(f"[{COMBINING}]")
_SCRIPTS_MEET = re.compile(
    f"[{_CYRILLIC}][{_LATIN}]|[{_LATIN}][{_CYRILLIC}]|[їєЇЄ]",
)
_LETTERS = re.compile(r"[^\W\d_]+")
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")


def normalise(text: str) -> str:
    """The text composed (NFC), without invisible characters, with look-alikes made Cyrillic.

    A Latin letter becomes Cyrillic only inside a run of letters that holds a Cyrillic one already:
    «cабақ» with a Latin c is mended, «IT-сабақ» and «HTML» stay.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    while _SCRIPTS_MEET.search(text):
        # A mended letter may compose with the accent after it, and two runs of letters become one.
        mended = unicodedata.normalize("NFC", _LETTERS.sub(_as_one_script, text))
        if mended == text:
            break
        text = mended
    return text


def fold(text: str) -> str:
    """The key under which two spellings of a word are the same word.

    Lower case, the nine Kazakh letters and ё as their Russian neighbours, no accents. Never shown
    to a reader.
    """
    if text.isascii():
        return text.lower()
    # Capital look-alikes go by their own shape (H is Н, h is һ), so they are mended before lowering;
    # what lowering and the loss of accents bring to light is mended after.
    lowered = unicodedata.normalize("NFC", normalise(text).lower())
    return normalise(_COMBINING.sub("", lowered)).translate(_FOLDED)


def has_kazakh_letters(text: str) -> bool:
    """Whether a letter stands in the text that Kazakh has and Russian has not."""
    return not KAZAKH_LETTERS.isdisjoint(text)


def _as_one_script(letters: re.Match[str]) -> str:
    run = letters.group()
    return run.translate(_LOOK_ALIKES) if _HAS_CYRILLIC.search(run) else run
