"""Stems of Kazakh words.

A folded word (see `bilingual.folding`) is taken apart in all ways that the grammar allows
(`kazakh_endings`); the likeliest is kept: endings that are surely endings speak for it, and most of
all that a known word is left (`kazakh_roots`). What is left of an unknown word is taken apart again,
until nothing changes: so all forms of a word meet, whether or not its end looks like an ending.
"""

from functools import lru_cache

from search.analysis import kazakh_endings as endings
from search.analysis.kazakh_endings import LONGEST, NARROWED, STEPS, VOWELS, WORD, YOTATED
from search.analysis.kazakh_roots import NOUN, ROOTS, SHORTENED, VERB
from search.analysis.protection import NOTHING_PROTECTED, Protected

SHORTEST_STEM = 3
SHORTEST_ROOT = 2

# What speaks for a stem, in the unit of the endings' weights, by its number of letters.
# A long root grows with its letters, so that it outweighs a shorter known one with an ending: forms of
# зерттеуші are its own, not those of зертте.
_ROOT_WEIGHT = {2: 0.9, 3: 2.6, 4: 3.4, 5: 4.0, 6: 4.5}
_LONG_ROOT = 7
_LONG_ROOT_WEIGHT = 5.0
_LETTER_WEIGHT = 0.7
_UNKNOWN_WEIGHT = {3: -0.8, 4: 0.0, 5: 0.5}
_LONG_UNKNOWN_WEIGHT = 0.6

# A vowel that does not agree with the word's last one; and б or г left as they are before a vowel.
_DISHARMONY = -1.5
_NOT_DEVOICED = -0.5

_VOICELESS_OF = {"б": "п", "г": "к"}
_WITHOUT_HARMONY = frozenset(("мен", "бен", "пен", "менен"))

# Which kind of stem may stand alone in a state; in the others something must be taken off yet.
_KINDS = {
    WORD: NOUN | VERB,
    **dict.fromkeys((endings.CASE, endings.POSSESSIVE, endings.PLURAL, endings.NOUN_STEM), NOUN),
    **dict.fromkeys((endings.DERIVED, endings.VERBALISED), NOUN),
    **dict.fromkeys((endings.TENSE, endings.POSITIVE, endings.VOICE), VERB),
    **dict.fromkeys((YOTATED, NARROWED), VERB),
}


@lru_cache(maxsize=1 << 16)
def stem(form: str, protected: Protected = NOTHING_PROTECTED) -> str:
    """The stem of a folded word. Known and protected words are their own stems."""
    while len(form) > SHORTEST_ROOT and form not in ROOTS and form.isalpha():
        if form in protected:
            break
        weights = _stems(form)
        kept = [stem for stem in weights if stem in protected] or weights
        found = max(kept, key=lambda stem: (weights[stem], len(stem), stem))
        if found == form:
            break
        form = found
    return form


def _stems(form: str) -> dict[str, float]:
    """The possible stems with their weights; the word itself is one."""
    found: dict[str, float] = {}
    # By length of what is left: the weight of the best way to each state, and whether the ending
    # taken off last began with a vowel.
    reached: list[dict[tuple[str, bool], float]] = [{} for _ in range(len(form) + 1)]
    reached[-1][WORD, False] = 0.0
    for end in range(len(form), SHORTEST_ROOT - 1, -1):
        rest = form[:end]
        for (state, before_vowel), weight in reached[end].items():
            for candidate, own in _candidates(rest, state, before_vowel):
                if weight + own > found.get(candidate, float("-inf")):
                    found[candidate] = weight + own
            steps = STEPS.get(state)
            if steps is None:
                continue
            for length in range(1, min(LONGEST, end - SHORTEST_ROOT) + 1):
                ending = form[end - length : end]
                for step in steps.get(ending, ()):
                    if form[end - length - 1] in step.before:
                        key = (step.state, ending[0] in VOWELS)
                        total = weight + step.weight + _harmony(form[: end - length], ending)
                        left = reached[end - length]
                        left[key] = max(total, left.get(key, total))
    found.setdefault(form, 0.0)
    return found


def _candidates(rest: str, state: str, before_vowel: bool) -> list[tuple[str, float]]:
    """The stems that what is left may be, with what speaks for each."""
    kinds = _KINDS.get(state, 0)
    if not kinds:
        return []
    if state == YOTATED:
        spellings = [rest + "й"]
    elif state == NARROWED:
        spellings = [rest + vowel for vowel in "ыи" if ROOTS.get(rest + vowel, 0) & VERB]
    elif before_vowel:
        spellings = _before_vowel(rest, kinds)
    else:
        spellings = [rest]
    found = []
    for spelling in spellings:
        weight = _weight(spelling, kinds)
        if weight is not None:
            if before_vowel and spelling == rest and rest[-1] in _VOICELESS_OF:
                weight += _NOT_DEVOICED * (rest not in ROOTS)
            found.append((spelling, weight))
    return found


def _before_vowel(rest: str, kinds: int) -> list[str]:
    """How a stem may be written without the vowel: мектеб-и, орн-ы and тау-ып are мектеп, орын, тап."""
    spellings = [rest]
    if rest[-1] in _VOICELESS_OF:
        spellings.append(rest[:-1] + _VOICELESS_OF[rest[-1]])
    if rest in SHORTENED:
        spellings.append(SHORTENED[rest])
    if kinds & VERB and rest[-1] == "у" and ROOTS.get(rest[:-1] + "п", 0) & VERB:
        spellings.append(rest[:-1] + "п")
    return spellings


def _weight(spelling: str, kinds: int) -> float | None:
    """What speaks for a stem; None if it can be none."""
    if ROOTS.get(spelling, 0) & kinds:
        longer = max(len(spelling) - _LONG_ROOT, 0)
        return _ROOT_WEIGHT.get(len(spelling), _LONG_ROOT_WEIGHT + _LETTER_WEIGHT * longer)
    if len(spelling) < SHORTEST_STEM or not any(letter in VOWELS for letter in spelling):
        return None
    return _UNKNOWN_WEIGHT.get(len(spelling), _LONG_UNKNOWN_WEIGHT)


def _harmony(rest: str, ending: str) -> float:
    """Vowel harmony as far as folding leaves it visible: after ы no е or и, after е no а or ы."""
    if ending in _WITHOUT_HARMONY:
        return 0.0
    tone = next((letter for letter in ending if letter in "аыеи"), "")
    last = next((letter for letter in reversed(rest) if letter in VOWELS), "")
    clashes = (last == "ы" and tone in "еи") or (last in "еэ" and tone in "аы")
    return _DISHARMONY if tone and last and clashes else 0.0
