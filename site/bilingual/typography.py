"""No-break spaces for Russian and Kazakh text, so that lines end where a reader expects.

Kept together: a word of one or two letters with the next word, «№ 3», a number with its unit, a
short number with what is counted, initials with the surname that follows, «2–3», «5-сынып» and «по-русски». Kazakh question and
emphasis particles («ме», «де») stay with the word before them, a dash and a «·» too.
"""

import re

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"

_LETTER = "A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_PARTICLES = "[мбп][еа]|[дт]е"
_UNITS = (
    "%|₸|°C?|п\\.[ \u00a0]п\\.|гг?\\.|жж?\\.|мин|сек|ч|с|мм|см|км|м|мг|кг|г|мл|л|[КМГ]Б|тг|"
    "тыс|млн|мың|класс(?:а|е|у|ом|ы|ов|ах|ам)?|бет|стр"
)
_WORD_STARTS = r"(?<![\w\-–'’.])"
_AFTER_SHORT_WORD = (
    rf"(?:(?<={_WORD_STARTS}[{_LETTER}] )|(?<={_WORD_STARTS}[{_LETTER}]{{2}} ))"
    rf"(?<![ {NO_BREAK_SPACE}](?:{_PARTICLES}) )"
)

# Every pattern begins with the sign that it replaces and looks around from there: the engine then
# jumps from space to space, ten times faster than with the words first. At a space the test of one
# character stands before the longer ones.
_SPACE = re.compile(
    " (?:"
    + "|".join(
        (
            rf"{_AFTER_SHORT_WORD}(?=[\w«„“(№])",
            rf"(?=(?:{_PARTICLES})(?![\w-]))",
            r"(?=\d)(?:(?<=[№§] )|(?<=\b[пст]\. )|(?<=\bст\. )|(?<=\bстр\. ))",
            rf"(?<=\d )(?:(?=(?:{_UNITS})(?!\w))|(?:(?<=\b\d )|(?<=\b\d\d ))(?=[{_LETTER}]{{3}}))",
            rf"(?<=\. )(?:(?<=\bп\. )(?=п\.)|(?<=\b[{_CAPITAL}]\. )(?=[{_CAPITAL}]))",
            r"(?=[—–·] )",
        )
    )
    + ")"
)
_HYPHEN = re.compile(rf"-(?:(?<=\d-)(?=[\d{_LETTER}])|(?<=\b[Пп]о-)(?=[{_LETTER}]))")
_RANGE = re.compile(r"–(?<=\d–)(?=\d)")
_TAG = re.compile(r"(<[^>]*>)")


def bind(text: str) -> str:
    """The plain text with ordinary spaces turned into no-break ones where lines must not end.

    Hyphens and dashes between figures, and that of «по-», get a word joiner after them. Applied twice it changes
    nothing more. Not for addresses, nor for text that a reader copies as a reference.
    """
    text = _SPACE.sub(NO_BREAK_SPACE, text)
    if "-" in text:
        text = _HYPHEN.sub(f"-{WORD_JOINER}", text)
    if "–" in text:
        text = _RANGE.sub(f"–{WORD_JOINER}", text)
    return text


def bind_markup(markup: str) -> str:
    """The same for HTML: only text between tags changes, never a tag or its attributes."""
    return "".join(
        part if part.startswith("<") else bind(part) for part in _TAG.split(markup) if part
    )
