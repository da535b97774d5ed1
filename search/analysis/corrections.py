"""What a question may have been meant to say, in the order in which it is worth trying.

Only words that find nothing are changed, and only into words that find something.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from search.analysis.latin import latin_key
from search.analysis.layouts import readings
from search.analysis.spelling import nearest_words
from search.analysis.vocabulary import Vocabulary
from search.analysis.words import Word, words

LAYOUT, LATIN, SPELLING = KINDS = ("layout", "latin", "spelling")

# Letters that a run typed on the wrong layout must give, lest 5а become ға.
SHORTEST_READING = 3
# Letters from which on a Latin key may differ by one from that of the word meant.
SHORTEST_INEXACT_KEY = 5
# What is left of a Latin key without its ending, and how long an ending may be.
SHORTEST_KEY, LONGEST_ENDING = 5, 6

_RUN = re.compile(r"\S+")
_OPENING = '"«“„([-'
_CLOSING = '"»”“)]?!.,;:…'
_LATIN = re.compile("[a-zß-ɏ]+")


class Correction(NamedTuple):
    """The whole question as it may have been meant; `kind` is the last step that changed it."""

    kind: str
    text: str


def corrections(text: str, vocabulary: Vocabulary) -> list[Correction]:
    """Corrections of a question: by keyboard layout, by Latin key, by spelling, in that order.

    Each step goes on from the one before, and is left out where it changes nothing. Words that find
    something, numbers, quotes and signs stay as they are.
    """
    found: list[Correction] = []
    steps: tuple[tuple[str, Callable[[str, Vocabulary], str]], ...] = (
        (LAYOUT, _with_other_layout),
        (LATIN, _out_of_latin),
        (SPELLING, _respelled),
    )
    for kind, mend in steps:
        mended = mend(text, vocabulary)
        if mended != text:
            found.append(Correction(kind, mended))
            text = mended
    return found


def _with_other_layout(text: str, vocabulary: Vocabulary) -> str:
    """Each unknown run of signs as the known words that other layouts make of it.

    Once one run was mended, short ones are read alike if that makes stop words or known words.
    """
    mended = _read_runs(text, vocabulary, SHORTEST_READING)
    return text if mended == text else _read_runs(mended, vocabulary, 1)


def _read_runs(text: str, vocabulary: Vocabulary, shortest: int) -> str:
    def read(match: re.Match[str]) -> str:
        run = match.group()
        lead = run[: len(run) - len(run.lstrip(_OPENING))]
        whole = run[len(lead) :]
        if _is_known(whole, vocabulary):
            return run
        core = whole.rstrip(_CLOSING)
        for tried, rest in ((whole, ""), (core, whole[len(core) :])):
            for reading in readings(tried):
                if _is_known(reading, vocabulary, shortest):
                    return lead + _as_spelled(reading, vocabulary) + rest
        return run

    return _RUN.sub(read, text)


def _out_of_latin(text: str, vocabulary: Vocabulary) -> str:
    def read(word: Word) -> str | None:
        if not _LATIN.fullmatch(word.spelling) or vocabulary.knows(word.spelling):
            return None
        forms = _forms_by_latin_key(latin_key(word.spelling), vocabulary)
        return vocabulary.spelling(forms[0]) if forms else None

    return _with_words_read(text, read)


def _forms_by_latin_key(key: str, vocabulary: Vocabulary) -> list[str]:
    """The words that have the key, most frequent first; without any, those with a near key.

    Near is first a key without an ending of the typed one, then one that differs by a letter.
    """
    keys = [key] if vocabulary.with_latin_key(key) else []
    for length in range(len(key) - 1, max(SHORTEST_KEY, len(key) - LONGEST_ENDING) - 1, -1):
        if not keys and vocabulary.with_latin_key(key[:length]):
            keys = [key[:length]]
    if not keys and len(key) >= SHORTEST_INEXACT_KEY:
        keys = vocabulary.near_latin_keys(key)
    forms = [form for key in keys for form in vocabulary.with_latin_key(key)]
    return sorted(forms, key=lambda form: (-vocabulary.documents(form), form))


def _respelled(text: str, vocabulary: Vocabulary) -> str:
    def read(word: Word) -> str | None:
        if not word.form.isalpha() or vocabulary.knows(word.spelling):
            return None
        meant = nearest_words(word.form, vocabulary)
        return vocabulary.spelling(meant[0]) if meant else None

    return _with_words_read(text, read)


def _is_known(run: str, vocabulary: Vocabulary, shortest: int = 1) -> bool:
    """Whether all words of a run find something, the longest having so many letters at least."""
    found = list(words(run))
    return any(len(word.form) >= shortest for word in found) and all(
        vocabulary.knows(word.spelling) for word in found
    )


def _as_spelled(reading: str, vocabulary: Vocabulary) -> str:
    """The reading with its known words as most documents write them."""
    return _with_words_read(
        reading, lambda word: vocabulary.spelling(word.form) if word.form in vocabulary else None
    )


def _with_words_read(text: str, read: Callable[[Word], str | None]) -> str:
    """The text with some words replaced; those for which there is nothing stay as they are."""
    pieces: list[str] = []
    done = 0
    for word in words(text):
        instead = read(word)
        if instead is not None:
            pieces += [text[done : word.start], instead]
            done = word.end
    return "".join([*pieces, text[done:]])
