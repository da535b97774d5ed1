"""What a question may have been meant to say."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bilingual.folding import fold
from search.analysis.corrections import LATIN, LAYOUT, SPELLING, Correction, corrections
from search.analysis.latin import latin_key
from search.analysis.layouts import readings
from search.analysis.spelling import mistakes_forgiven, nearest_words
from search.analysis.stems import possible_stems
from search.analysis.vocabulary import Vocabulary
from search.analysis.word_list import WordList


def vocabulary(forms: dict[str, int], spellings: dict[str, int] | None = None) -> Vocabulary:
    """Words with the stems that they have in a text of either language."""
    spelled = {fold(spelling): spelling for spelling in spellings or {}}
    stems = {stem for form in forms for stem in possible_stems(spelled.get(form, form), form)}
    return Vocabulary(forms, spellings or {}, stems)


VOCABULARY = vocabulary(
    {
        "урок": 9, "план": 8, "математики": 3, "аттестация": 6, "педагогов": 7, "класс": 9,
        "content": 2, "га": 1, "на": 9, "сабак": 10, "мугалим": 5, "тарбие": 4, "сынып": 9,
    },
    {"ға": 1, "сабақ": 9, "мұғалім": 5, "тәрбие": 4},
)  # fmt: skip
TYPED = st.text(alphabet=st.sampled_from("abcdsq йцуіқ05-=.,;'\"«ß\u0301\u00adİ🙂"), max_size=40)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ehjr", "урок"),
        ("cf,f0", "сабақ"),
        ("саба0", "сабақ"),
        ("м95ал3м", "мұғалім"),
        ("т2рбие", "тәрбие"),
        ("сщтеуте", "content"),
        ("ehjrb", "уроки"),
        ("gkfy ehjrf gj vfntvfnbrt", "план урока по математике"),
        ('"gkfy ehjrf"', '"план урока"'),
        ("gkfy -ehjr", "план -урок"),
        ("ehjr?", "урок?"),
    ],
)
def test_6_7_9_a_question_on_the_wrong_layout_is_read_on_the_right_one(
    typed: str, meant: str
) -> None:
    assert corrections(typed, VOCABULARY) == [Correction(LAYOUT, meant)]


@pytest.mark.parametrize("typed", ["5 сынып", "класс 3", "№ 130", "2024-2025", "5а", "0", "5-"])
def test_8_digits_that_are_digits_stay(typed: str) -> None:
    assert corrections(typed, VOCABULARY) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sabaq", "сабақ"),
        ("sabak", "сабақ"),
        ("mugalim", "мұғалім"),
        ("muğalım", "мұғалім"),
        ("attestaciya", "аттестация"),
        ("attestatsiya", "аттестация"),
        ("attestasiya", "аттестация"),
        ("sabaqtarda", "сабақ"),
    ],
)
def test_10_a_word_in_latin_letters_is_found_by_its_key(typed: str, meant: str) -> None:
    assert corrections(typed, VOCABULARY) == [Correction(LATIN, meant)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("атестация педагогов", "аттестация педагогов"),
        ("атестация пидагогов", "аттестация педагогов"),
        ("мугалым", "мұғалім"),
        ("План урока по матиматики", "План урока по математики"),
        ("cабкa", "сабақ"),
    ],
)
def test_11_mistyped_words_are_mended_together(typed: str, meant: str) -> None:
    assert corrections(typed, VOCABULARY) == [Correction(SPELLING, meant)]


@pytest.mark.parametrize(
    "typed", ["план урока", "уроками", "СЫНЫП", "content", "kahoot", "не на", ""]
)
def test_what_finds_something_or_is_like_nothing_stays(typed: str) -> None:
    assert corrections(typed, VOCABULARY) == []


def test_each_step_goes_on_from_the_one_before() -> None:
    assert corrections("ehjr sabaq педогогов", VOCABULARY) == [
        Correction(LAYOUT, "урок sabaq педогогов"),
        Correction(LATIN, "урок сабақ педогогов"),
        Correction(SPELLING, "урок сабақ педагогов"),
    ]


def test_of_two_words_as_near_the_more_frequent_is_meant() -> None:
    classes = vocabulary({"класса": 1, "классы": 50})
    assert nearest_words("классж", classes) == ["классы", "класса"]


def test_a_word_is_shown_as_most_documents_write_it() -> None:
    assert vocabulary({"сабак": 10}, {"сабақ": 6}).spelling("сабак") == "сабақ"
    assert vocabulary({"сабак": 10}, {"сабақ": 1}).spelling("сабак") == "сабак"


def test_short_words_forgive_no_mistake() -> None:
    assert [mistakes_forgiven(length) for length in (3, 4, 7, 12)] == [0, 1, 2, 3]
    assert nearest_words("пла", VOCABULARY) == []


def test_digits_alone_have_no_other_reading() -> None:
    assert readings("2024-2025") == ()
    assert readings("cf,f0") == ("саба0", "сабақ")


@given(TYPED)
def test_any_question_is_corrected_without_error_and_mended_once(text: str) -> None:
    found = corrections(text, VOCABULARY)
    assert [kind for kind, _ in found] == [
        kind for kind in (LAYOUT, LATIN, SPELLING) if kind in dict(found)
    ]
    if found:
        assert corrections(found[-1].text, VOCABULARY) == []


@given(st.text())
def test_latin_keys_and_readings_take_any_text(text: str) -> None:
    assert latin_key(latin_key(text)) == latin_key(text)
    assert corrections(text, vocabulary({})) == []
    assert all(isinstance(reading, str) for reading in readings(text))


@given(st.lists(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1), min_size=1))
def test_keys_of_many_words_are_those_of_each(words: list[str]) -> None:
    assert latin_key("\n".join(words)).split("\n") == [latin_key(word) for word in words]


@pytest.mark.parametrize("piece", ["stsh", "iiia", "ehjr,", "саба0 "])
def test_a_correction_is_linear_in_length(piece: str) -> None:
    def cost(times: int) -> float:
        started = time.process_time()
        corrections(piece * times, VOCABULARY)
        latin_key(piece * times)
        return time.process_time() - started

    assert cost(20_000) < 35 * max(min(cost(2_000) for _ in range(3)), 0.0005)


WORDS = st.lists(st.text(alphabet="абвгдежзий", min_size=1, max_size=9), max_size=60)


@given(WORDS, st.text(alphabet="абвгдежзий", min_size=1, max_size=9), st.integers(0, 3))
def test_the_near_words_are_those_that_a_look_at_every_word_finds(
    words: list[str], typed: str, forgiven: int
) -> None:
    every = {word: OSA.distance(typed, word) for word in words}
    near = {word: distance for word, distance in every.items() if 0 < distance <= forgiven}
    assert dict(WordList(set(words)).near(typed, forgiven)) == near


@given(WORDS)
def test_words_have_numbers_by_length_and_alphabet(words: list[str]) -> None:
    found = WordList(set(words))
    ordered = sorted(set(words), key=lambda word: (len(word), word))
    assert list(found) == ordered
    assert [found.word(number) for number in range(len(found))] == ordered
    joined = "".join(ordered)
    for number, word in enumerate(ordered):
        place = found.find(word)
        assert place is not None
        assert place.number == number
        assert joined[place.start : place.start + len(word)] == word
    assert "ю" not in found


def test_few_of_many_words_are_compared_with_a_mistyped_one() -> None:
    letters = random.Random(1)
    alphabet = "аааббвгддееежзииийккллммнноооппррссттууфхцчшщъыьэюя"
    every = {"".join(letters.choices(alphabet, k=letters.randint(6, 9))) for _ in range(20_000)}
    likely = WordList({*every, "математика"}).likely("матиматика", 2)
    assert "математика" in likely
    assert len(likely) < 100
