"""The endings of Kazakh words: after what they stand, and what may stand before them.

Folded as everything the search compares: ә ғ қ ң ө ұ ү һ і are а г к н о у у х и. A word is taken
apart from its end, from state to state; an ending leads from the states in which it may be next to
the state that it leaves. The order is that of the grammar: stem, derivation or voice, plural,
possessive, case, person; of a verb: stem, voice, negation, tense or participle, person, and a
participle or verbal noun takes the endings of nouns again.

Each ending has a weight: how surely letters that look like it are it (`CERTAIN` … `RARE`).
"""

from typing import NamedTuple

VOWELS = "аеиоуыэюя"
_AFTER_VOWEL = "аеиоыэюя"  # у is a consonant here: тау-лар, оку-дын
_SOFT = "ь"  # of words like лагерь and повесть, which take the endings of either kind
_GLIDES = "рйу" + _SOFT
_NASALS = "мн"
_HISSING = "зж" + _SOFT
_VOICELESS = "пфкхстшщцчбвгд" + _SOFT
_SONANT = _AFTER_VOWEL + _GLIDES + "л" + _NASALS + _HISSING
_CONSONANT = _GLIDES + "л" + _NASALS + _HISSING + _VOICELESS
_ANY = _SONANT + _VOICELESS

CERTAIN, SURE, LIKELY, FAIR, DOUBTFUL, RARE = 3.0, 2.0, 1.2, 0.5, -0.2, -0.5

# States: what has been taken off so far.
WORD = "nothing"
CASE = "case"
POSSESSIVE = "possessive"
BEFORE_NA = "a case that only the third person's possessive takes"
BEFORE_A = "a case that only the first and second person's possessives take"
PLURAL = "plural"
NOUN_STEM = "all of a noun but derivation"
DERIVED = "derivation of a noun"
COPULA = "a contracted еді after a participle"
TENSE = "tense"
HABIT = "тын of a negated verb"
POSITIVE = "tense or negation"
VOICE = "voice"
YOTATED = "я or ю, which holds the й of the stem"
NARROWED = "и or у, in which the ы or и of a stem is lost"
VERBALISED = "the ending that makes a verb of a noun"


class Step(NamedTuple):
    """An ending that may be taken off: after which letters, into which state, with what weight."""

    before: str
    state: str
    weight: float


STEPS: dict[str, dict[str, list[Step]]] = {}
"""By state, by ending."""

LONGEST = 11


def _rows(states: tuple[str, ...], state: str, weight: float, *rows: tuple[str, str]) -> None:
    """Enter endings, from rows «letters before, endings»."""
    for before, endings in rows:
        for origin in states:
            for ending in endings.split():
                steps = STEPS.setdefault(origin, {}).setdefault(ending, [])
                steps.append(Step(before, state, weight))


def _nouns() -> None:
    ends = (WORD, CASE)
    possessed = (*ends, POSSESSIVE)
    _rows(
        (WORD,), NOUN_STEM, DOUBTFUL,
        (_AFTER_VOWEL + "уйр" + _NASALS + _HISSING, "мын мин"),
        (_NASALS + "р", "мыз миз"),
        (_NASALS + _HISSING, "бын бин быз биз"),
        (_VOICELESS, "пын пин пыз пиз"),
        (_ANY, "сын син сыз сиз"),
    )  # fmt: skip
    _rows(
        (WORD,), NOUN_STEM, FAIR, (_SONANT, "дыр дир"), (_VOICELESS, "тыр тир"),
        (_ANY, "сындар синдер сыздар сиздер"),
    )  # fmt: skip
    _rows((WORD,), COPULA, FAIR, ("н", "дын дин дыныз диниз дындар диндер"))
    _rows(
        ends, POSSESSIVE, SURE,
        (_AFTER_VOWEL + _NASALS, "нын нин"), (_GLIDES + "л" + _HISSING, "дын дин"),
        (_VOICELESS, "тын тин тан тен тагы теги"),
        (_AFTER_VOWEL + _GLIDES + "л" + _HISSING, "дан ден"), (_NASALS, "нан нен"),
        (_SONANT, "дагы деги"),
    )  # fmt: skip
    _rows(
        ends, POSSESSIVE, LIKELY,
        (_SONANT, "га ге да де"), (_VOICELESS, "ка ке ты ти та те пен"), (_AFTER_VOWEL, "ны ни"),
        (_GLIDES + "л" + _NASALS + _HISSING, "ды ди"), (_HISSING, "бен"),
        (_AFTER_VOWEL + _GLIDES + "л" + _NASALS, "мен менен"), (_ANY, "ники дики тики"),
    )  # fmt: skip
    _rows(ends, POSSESSIVE, FAIR, (_SONANT, "дай дей"), (_VOICELESS, "тай тей"))
    _rows(ends, POSSESSIVE, DOUBTFUL, (_ANY, "ша ше"))
    _rows(ends, BEFORE_NA, SURE, ("ыи", "нда нде нан нен ндагы ндеги"))
    _rows(ends, BEFORE_NA, LIKELY, ("ыи", "на не"))
    _rows(ends, BEFORE_NA, FAIR, ("ыи", "н"))
    _rows(ends, BEFORE_A, RARE, (_NASALS, "а е"))
    _rows(possessed, PLURAL, SURE, (_CONSONANT, "ымыз имиз ыныз иниз"))
    _rows(possessed, PLURAL, LIKELY, (_AFTER_VOWEL, "мыз миз ныз низ"))
    _rows((*possessed, BEFORE_A), PLURAL, FAIR, (_CONSONANT, "ым им ын ин"))
    _rows((*possessed, BEFORE_A), PLURAL, DOUBTFUL, (_AFTER_VOWEL, "м н"))
    _rows((*possessed, BEFORE_NA), PLURAL, LIKELY, (_AFTER_VOWEL, "сы си"))
    _rows((*possessed, BEFORE_NA), PLURAL, FAIR, (_CONSONANT.replace("ш", ""), "ы и"))
    _rows((*possessed, BEFORE_NA), PLURAL, DOUBTFUL, ("ш", "ы и"))
    _rows(
        (*possessed, BEFORE_NA, BEFORE_A, PLURAL), NOUN_STEM, SURE,
        (_AFTER_VOWEL + _GLIDES, "лар лер"), ("л" + _NASALS + _HISSING, "дар дер"),
        (_VOICELESS, "тар тер"),
    )  # fmt: skip


_ANY_NOUN = (WORD, CASE, POSSESSIVE, BEFORE_NA, BEFORE_A, PLURAL, NOUN_STEM)


def _derivations() -> None:
    """Endings that make nouns and adjectives of nouns; before a vowel к is г."""
    _rows(
        _ANY_NOUN, DERIVED, FAIR,
        (_AFTER_VOWEL + _GLIDES, "лык лик лыг лиг"), (_VOICELESS, "тык тик тыг тиг"),
        ("л" + _NASALS + _HISSING, "дык дик дыг диг"),
        (_ANY, "сыз сиз"), (_CONSONANT, "ырак ирек"),
    )  # fmt: skip
    _rows(
        _ANY_NOUN, DERIVED, DOUBTFUL,
        (_AFTER_VOWEL + _GLIDES, "лы ли"), (_VOICELESS, "ты ти кы ки"), (_ANY, "шы ши"),
        ("л" + _NASALS + _HISSING, "ды ди"), (_SONANT, "гы ги"), (_AFTER_VOWEL, "рак рек"),
    )  # fmt: skip


def _participles() -> None:
    """Forms of verbs that take the endings of nouns."""
    _rows(
        _ANY_NOUN, TENSE, SURE,
        (_SONANT, "гандык гендик"), (_VOICELESS, "кандык кендик"), (_AFTER_VOWEL, "йтын йтин"),
    )  # fmt: skip
    _rows(_ANY_NOUN, POSITIVE, SURE, (_CONSONANT, "атын етин"))
    _rows(_ANY_NOUN, YOTATED, SURE, (_AFTER_VOWEL + "у", "ятын"))
    _rows(_ANY_NOUN, NARROWED, SURE, (_CONSONANT, "итын итин"))
    _rows(_ANY_NOUN, NARROWED, FAIR, (_CONSONANT, "у"))
    _rows(_ANY_NOUN, HABIT, LIKELY, ("ае", "тын тин"))
    _rows((*_ANY_NOUN, COPULA), TENSE, LIKELY, (_SONANT, "ган ген"), (_VOICELESS, "кан кен"))
    _rows(_ANY_NOUN, TENSE, LIKELY, (_AFTER_VOWEL, "у улы ули"))
    _rows(_ANY_NOUN, POSITIVE, LIKELY, (_CONSONANT, "улы ули"), (_ANY, "ушы уши"))
    _rows(
        _ANY_NOUN, POSITIVE, FAIR, (_CONSONANT, "у"), (_SONANT, "гыш гиш"), (_VOICELESS, "кыш киш")
    )
    _rows(_ANY_NOUN, YOTATED, FAIR, (_AFTER_VOWEL + "у", "ю"))
    _rows(
        _ANY_NOUN, TENSE, FAIR,
        (_AFTER_VOWEL + _GLIDES + "л", "мак мек"), (_NASALS + _HISSING, "бак бек"),
        (_VOICELESS, "пак пек"),
    )  # fmt: skip
    _rows(
        _ANY_NOUN, POSITIVE, FAIR,
        (_AFTER_VOWEL + _GLIDES + "л", "мас мес"), (_NASALS + _HISSING, "бас бес"),
        (_VOICELESS, "пас пес"),
    )  # fmt: skip
    _rows(_ANY_NOUN, POSITIVE, RARE, (_CONSONANT, "ар ер"), (_AFTER_VOWEL, "р"))
    _rows(
        _ANY_NOUN, POSITIVE, DOUBTFUL,
        (_CONSONANT, "ыс ис"), (_AFTER_VOWEL, "с"), (_AFTER_VOWEL + _GLIDES + "л", "ма ме"),
        (_NASALS + _HISSING, "ба бе"), (_VOICELESS, "па пе"),
    )  # fmt: skip


_PAST_PERSONS = ("", "м", "н", "к", "ныз", "низ", "ндар", "ндер", "ныздар", "низдер")
_CONVERB_PERSONS = ("", "ты", "ти", "пын", "пин", "сын", "син", "сыз", "сиз", "пыз", "пиз")
_PRESENT_PERSONS = (
    "мын", "мин", "мыз", "миз", "сын", "син", "сыз", "сиз", "сындар", "синдер", "сыздар", "сиздер",
)  # fmt: skip


def _joined(beginnings: str, ends: tuple[str, ...]) -> str:
    return " ".join(first + end for first in beginnings.split() for end in ends)


def _finite_verbs() -> None:
    bare, persons = _PAST_PERSONS[:4], _PAST_PERSONS[4:]
    for ends, weight in ((bare, FAIR), (persons, SURE)):
        _rows(
            (WORD,), TENSE, weight,
            (_SONANT, _joined("ды ди", ends)), (_VOICELESS, _joined("ты ти", ends)),
            (_ANY, _joined("са се", ends)),
        )  # fmt: skip
    present = (*_PRESENT_PERSONS, "ды", "ди")
    _rows(
        (WORD,), POSITIVE, LIKELY,
        (_CONSONANT, _joined("а е ар ер", present)), (_AFTER_VOWEL, _joined("р", present)),
    )  # fmt: skip
    _rows((WORD,), POSITIVE, CERTAIN, (_CONSONANT, _joined("амай емей", _PRESENT_PERSONS)))
    _rows((WORD,), POSITIVE, DOUBTFUL, (_CONSONANT, "а е"))
    _rows((WORD,), TENSE, SURE, (_AFTER_VOWEL, _joined("й", present)))
    _rows((WORD,), TENSE, DOUBTFUL, (_AFTER_VOWEL, "й"))
    _rows((WORD,), YOTATED, LIKELY, ("аеоуы", _joined("я", present)))
    _rows((WORD,), YOTATED, DOUBTFUL, ("аеоуы", "я"))
    _rows((WORD,), NARROWED, LIKELY, (_CONSONANT, _joined("и", present)))
    _rows((WORD,), NARROWED, DOUBTFUL, (_CONSONANT, "и"))
    _rows((WORD,), POSITIVE, LIKELY, (_CONSONANT, "ып ип"))
    _rows((WORD,), POSITIVE, SURE, (_CONSONANT, _joined("ып ип", _CONVERB_PERSONS[1:])))
    _rows((WORD,), TENSE, FAIR, (_AFTER_VOWEL, "п"))
    _rows((WORD,), TENSE, LIKELY, (_AFTER_VOWEL, _joined("п", _CONVERB_PERSONS[1:])))
    _rows((WORD,), POSITIVE, FAIR, (_CONSONANT, "ыныз иниз ыныздар иниздер ындар индер"))
    _rows(
        (WORD,), TENSE, FAIR, (_AFTER_VOWEL, "ныз низ ныздар низдер ндар ндер"), (_ANY, "сын син"),
        (_SONANT, "гай гей"), (_VOICELESS, "кай кей"),
    )  # fmt: skip
    _rows(
        (WORD,), POSITIVE, LIKELY,
        (_CONSONANT, "айын ейин айык ейик"), (_SONANT, "галы гели"), (_VOICELESS, "калы кели"),
    )  # fmt: skip
    _rows((WORD,), TENSE, LIKELY, (_AFTER_VOWEL, "йын йин йык йик"))
    _rows((WORD,), TENSE, SURE, (_SONANT, "ганша генше"), (_VOICELESS, "канша кенше"))


def _negation_and_voice() -> None:
    _rows(
        (TENSE, HABIT), POSITIVE, FAIR,
        (_AFTER_VOWEL + _GLIDES + "л", "ма ме"), (_NASALS + _HISSING, "ба бе"),
        (_VOICELESS, "па пе"),
    )  # fmt: skip
    verbal = (TENSE, POSITIVE, VOICE)
    _rows(
        verbal, VOICE, DOUBTFUL,
        (_CONSONANT, "ыл ил ын ин ыс ис"), (_AFTER_VOWEL, "л н с"), (_SONANT, "дыр дир гыз гиз"),
        (_VOICELESS, "тыр тир кыз киз"), (_AFTER_VOWEL + "рлй", "т"),
    )  # fmt: skip
    _rows(
        verbal, VERBALISED, DOUBTFUL,
        (_AFTER_VOWEL + _GLIDES, "ла ле"), ("л" + _NASALS + _HISSING, "да де"), (_VOICELESS, "та те"),
    )  # fmt: skip


_nouns()
_derivations()
_participles()
_finite_verbs()
_negation_and_voice()
