"""Stems of Kazakh words: endings are taken off in the order in which the language puts them on.

Works on folded text (see `bilingual.folding`), where ә ғ қ ң ө ұ ү һ і are а г к н о у у х и. An
ending is taken off only where it could stand: its vowel agrees with the last vowel of what is left
(vowel harmony, as far as folding leaves it visible), and its first letter agrees with the letter
before it (мектеп-тер, бала-лар, кыз-дар). Order after the grammar of standard Kazakh: stem,
derivation or voice, plural, possessive, case, person.
"""

from functools import lru_cache

SHORTEST_STEM = 3

# Beginnings that only look as if they carried an ending; they are never cut shorter than themselves.
PROTECTED = (
    "казакстан", "озбекстан", "кыргызстан", "тажикстан", "туркменстан", "казак", "алматы", "астана",
    "караганды", "балабакша", "математика", "информатика", "грамматика", "тематика", "методика",
    "педагогика", "емтихан", "китапхана", "адам", "заман", "маман", "билим", "гылым", "бастауыш",
    "грамота", "программа", "диктант", "проблема", "система", "тамыз", "наурыз", "мамыр",
)  # fmt: skip

_VOWELS = "аеиоуыэюя"
_GLIDE = "рйу"
_NASAL = "мн"
_HISSING = "зж"
_VOICELESS = "пфкхстшщцчбвгдь"
_SONANT = _VOWELS + "рйлмнзж"
_CONSONANT = "рйлмнзж" + _VOICELESS + "у"
_ANY = _SONANT + _VOICELESS

Layer = dict[str, str]


def _layer(*rows: tuple[str, str]) -> Layer:
    """Endings with the letters that may stand before them, from rows «endings, letters»."""
    layer: Layer = {}
    for endings, before in rows:
        for ending in endings.split():
            layer[ending] = layer.get(ending, "") + before
    return layer


_PERSON = _layer(
    ("мын мин", "аеуоюйрн"),
    ("бын бин быз биз", _NASAL + _HISSING),
    ("пын пин пыз пиз", _VOICELESS),
    ("мыз миз", "йнр"),
    ("сын син сыз сиз сындар синдер сыздар сиздер", _ANY),
    ("дыр дир", _SONANT),
    ("тыр тир", _VOICELESS),
)
_CASE = _layer(
    ("нын нин", _VOWELS + _NASAL),
    ("дын дин", _SONANT),
    ("тын тин", _VOICELESS),
    ("га ге", _SONANT),
    ("ка ке", _VOICELESS),
    ("на не нда нде нан нен ндагы ндеги", "ыи"),
    ("ыма име ына ине", _CONSONANT),
    ("ны ни", _VOWELS),
    ("ды ди да де дан ден дагы деги", _SONANT),
    ("ты ти та те тан тен тагы теги", _VOICELESS),
    ("нан нен", _NASAL),
    ("мен менен", _VOWELS + "рлй" + _NASAL),
    ("бен", _HISSING + "бвгд"),
    ("пен", _VOICELESS),
    ("н", "ыи"),
)
_PARTICIPLE = _layer(
    ("атын етин", _CONSONANT),
    ("йтын йтин", _VOWELS),
)
_POSSESSIVE = _layer(
    ("ы и", _CONSONANT.replace("ш", "")),
    ("ым им ын ин ымыз имиз ыныз иниз", _CONSONANT),
    ("сы си м мыз миз ныз низ", _VOWELS),
)
_PLURAL = _layer(
    ("лар лер", _VOWELS + _GLIDE),
    ("дар дер", "лз" + _NASAL + "ж"),
    ("тар тер", _VOICELESS),
)
_DERIVED = _layer(
    ("лык лик", _VOWELS + _GLIDE),
    ("дык дик", "л" + _NASAL + _HISSING),
    ("тык тик", _VOICELESS),
    ("лы ли", _VOWELS + _GLIDE),
    ("ды ди", "л" + _NASAL + _HISSING),
    ("ты ти", _VOICELESS),
    ("шы ши", _ANY),
    ("сыз сиз", _ANY),
    ("дай дей", _SONANT),
    ("тай тей", _VOICELESS),
    ("ша ше", _ANY),
    ("гы ги", _SONANT),
    ("кы ки", _VOICELESS),
)
_TENSE = _layer(
    ("ды ди дым дим дын дин дык дик дыныз диниз дындар диндер", _SONANT + "ь"),
    ("ты ти тым тим тын тин тык тик тыныз тиниз тындар тиндер", _VOICELESS),
    ("ган ген", _SONANT),
    ("кан кен", _VOICELESS),
    ("йды йди", _VOWELS),
    ("ады еди ыпты ипти", _CONSONANT),
    ("ып ип ар ер", _CONSONANT),
    ("п", "аеыи"),
    ("й", "аеыи"),
    ("са се сам сем сан сен сак сек", _ANY),
    ("гандык гендик", _SONANT),
    ("кандык кендик", _VOICELESS),
    ("у", _CONSONANT + _VOWELS),
    ("улы ули", _CONSONANT),
)
_NEGATION = _layer(
    ("ма ме", _VOWELS + "рлйу"),
    ("ба бе", _NASAL + _HISSING),
    ("па пе", _VOICELESS),
)
_VOICE = _layer(
    ("ыл ил ын ин", _CONSONANT),
    ("л н", _VOWELS),
    ("дыр дир", _SONANT),
    ("тыр тир", _VOICELESS),
)

_WITHOUT_HARMONY = frozenset(("мен", "бен", "пен", "менен"))
_NOMINAL = (_PERSON, _PARTICIPLE, _CASE, _PARTICIPLE, _POSSESSIVE, _PLURAL)
_VERBAL = (_TENSE, _TENSE, _NEGATION, _VOICE)


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """The stem of a folded word. Words of three letters and protected ones stay whole."""
    if len(form) <= SHORTEST_STEM or not form.isalpha():
        return form
    shortest = SHORTEST_STEM
    for protected in PROTECTED:
        if form.startswith(protected):
            shortest = len(protected)
            break
    rest = form
    for _ in range(2):
        for layer in _NOMINAL:
            rest = _take_off(rest, layer, shortest)
        rest = _take_off(rest, _DERIVED, max(shortest, 4))
    rest = _devoiced(rest)
    for layer in _VERBAL:
        rest = _take_off(rest, layer, shortest)
    return _devoiced(rest)


def _devoiced(word: str) -> str:
    """The word as it stands alone: мектеб-и is мектеп, китаб-ы китап."""
    return word[:-1] + {"б": "п", "г": "к"}.get(word[-1], word[-1])


def _take_off(word: str, layer: Layer, shortest: int) -> str:
    """The word without the longest ending of the layer that may stand where it stands."""
    for length in range(min(6, len(word) - shortest), 0, -1):
        if length == 1 and len(word) - 1 < 4 and word[-1] not in "ыиу":
            break
        ending = word[-length:]
        before = layer.get(ending)
        if before and word[-length - 1] in before and _agrees(word[:-length], ending):
            return word[:-length]
    return word


def _agrees(rest: str, ending: str) -> bool:
    """Vowel harmony. The only vowel of a word may be a folded ә (пән-дер), so а alone agrees."""
    last = next((letter for letter in reversed(rest) if letter in _VOWELS), "")
    if not last:
        return False
    if ending in _WITHOUT_HARMONY:
        return True
    tone = next((letter for letter in ending if letter in "аыеи"), "")
    if last in "ая":
        return tone not in "еи" or not tone or sum(map(_VOWELS.count, rest)) == 1
    if last == "ы":
        return not tone or tone in "аы"
    if last == "е":
        return not tone or tone in "еи"
    return True
