"""One spelling for words that readers take for the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilingual.folding import fold, has_kazakh_letters, normalise

TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="аәбгғдеёиікқнңоөуұүхһaeopcxyihkAEOPCXYIHK\u0301\u0306\u0308\u00ad\u200b"),
)


def test_kazakh_letters_fold_to_those_of_every_keyboard() -> None:
    assert fold("Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё") == "аа гг кк нн оо уу уу хх ии ее"


def test_soft_hyphens_and_zero_width_signs_vanish() -> None:
    assert normalise("са\u00adбақ \u200bжоспары\ufeff") == "сабақ жоспары"


def test_decomposed_letters_are_composed() -> None:
    assert normalise("и\u0306од") == "йод"


def test_stress_marks_count_for_nothing() -> None:
    assert fold("за\u0301мок") == "замок"


@pytest.mark.parametrize(("typed", "meant"), [("cабақ", "сабақ"), ("ПPOЕКТ", "ПРОЕКТ")])
def test_latin_letters_inside_a_cyrillic_word_become_cyrillic(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


@pytest.mark.parametrize("text", ["HTML", "IT-сабақ", "CLIL пен PISA", "copy"])
def test_latin_words_stay_latin(text: str) -> None:
    assert normalise(text) == text


def test_kazakh_letters_are_recognised() -> None:
    assert has_kazakh_letters("Қазақ")
    assert not has_kazakh_letters("Казак тили")


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
@example("ҊY\u0306")
@example("яY\u0306b")
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(TEXTS)
def test_folding_ignores_what_normalising_repairs(text: str) -> None:
    assert fold(normalise(text)) == fold(text)
