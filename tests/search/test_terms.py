"""A question taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.terms import MOST_WORDS, terms_of


def forms(text: str) -> list[str]:
    return [term.form for term in terms_of(text).words]


def test_words_count_once() -> None:
    assert forms("план урока, план Урока") == ["план", "урока"]


def test_stop_words_weigh_less_and_are_no_content() -> None:
    terms = terms_of("что такое рефлексия на уроке")
    weights = {term.form: term.weight for term in terms.words}
    assert weights["что"] == weights["на"] < weights["рефлексия"] == 1
    assert "что" not in {term.form for term in terms.content_words}


def test_15_stop_words_alone_are_content() -> None:
    assert [term.form for term in terms_of("и в на").content_words] == ["и", "в", "на"]


@pytest.mark.parametrize("quoted", ['"план урока"', "«план урока»", "“план урока”", "„план урока“"])
def test_14_quotes_of_any_kind_make_a_phrase(quoted: str) -> None:
    terms = terms_of(f"открытый {quoted}")
    assert terms.phrases == (("план", "урока"),)
    assert forms(f"открытый {quoted}") == ["открытый", "план", "урока"]


def test_14_one_quoted_word_or_an_open_quote_is_no_phrase() -> None:
    assert terms_of('"урок" план "урока').phrases == ()


def test_14_a_dash_before_a_word_excludes_it() -> None:
    terms = terms_of("план -урок")
    assert forms("план -урок") == ["план"]
    assert any("rурок" in stems for stems in terms.excluded)


@pytest.mark.parametrize("text", ["ата-ана", "2024-2025", "план - урок", "5-сынып"])
def test_14_other_dashes_exclude_nothing(text: str) -> None:
    assert terms_of(text).excluded == ()


def test_numbers_are_known() -> None:
    assert [term.form for term in terms_of("№ 130, 5 класс, 5а").words if term.is_number] == [
        "130",
        "5",
    ]


def test_a_question_has_at_most_so_many_words() -> None:
    assert len(forms(" ".join(f"слово{number}" for number in range(90)))) == MOST_WORDS


@given(st.text(alphabet='аб -"«»“”„*():^🙂\x00', max_size=40))
def test_16_any_text_is_taken_apart(text: str) -> None:
    for term in terms_of(text).words:
        assert term.form
        assert term.stems
        assert term.grams
