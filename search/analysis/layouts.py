"""What was meant where the wrong keyboard layout was on: ehjr is урок, саба0 is сабақ.

Layouts go by the position of keys: the Russian one of Windows, and the Kazakh one, which has Russian
letters and its own nine where Russian has digits.
"""

import re

_US = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RU = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_US_SHIFTED = '~{}:"<>'
_RU_SHIFTED = "ёхъжэбю"
_DIGIT_ROW = "2345890-="
_KAZAKH_ROW = "әіңғүұқөһ"

_US_TO_RU = str.maketrans(_US + _US_SHIFTED, _RU + _RU_SHIFTED)
_ROW_TO_KAZAKH = str.maketrans(_DIGIT_ROW, _KAZAKH_ROW)
_US_TO_KAZAKH = {**_US_TO_RU, **_ROW_TO_KAZAKH}
_RU_TO_US = str.maketrans(_RU, _US)

_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ROW = re.compile(f"[{re.escape(_DIGIT_ROW)}]")


def readings(typed: str) -> tuple[str, ...]:
    """The other texts that the same keys give, in lower case; none for a text of digits alone.

    A run without spaces is expected: its punctuation may be letters (cf,f0 is сабақ). Digits become
    letters only beside letters. None of the readings need be a word.
    """
    typed = typed.lower()
    latin, cyrillic = _LATIN.search(typed), _CYRILLIC.search(typed)
    found: list[str] = []
    if latin and not cyrillic:
        found.append(typed.translate(_US_TO_RU))
        if _ROW.search(typed):
            found.append(typed.translate(_US_TO_KAZAKH))
    if cyrillic and not latin:
        if _ROW.search(typed):
            found.append(typed.translate(_ROW_TO_KAZAKH))
        found.append(typed.translate(_RU_TO_US))
    return tuple(found)
