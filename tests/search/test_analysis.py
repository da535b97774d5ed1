"""Text in, comparable tokens out."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.collation import sort_key
from bilingual.folding import fold
from search.analysis import kazakh, kazakh_roots
from search.analysis.grams import grams
from search.analysis.kazakh_endings import STEPS, WORD
from search.analysis.kazakh_roots import ROOTS
from search.analysis.language import guess_language
from search.analysis.stems import possible_stems, stem
from search.analysis.text import analyse
from search.analysis.words import LONGEST_WORD, words

KAZAKH_FORMS = st.text(alphabet="абвгдежзийклмнопрстуфхшыьэюя", min_size=1, max_size=24)


def kazakh_stem(word: str) -> str:
    (token,) = analyse(word, "kk")
    return token.stem


@pytest.mark.parametrize(
    "forms",
    [
        ("мектеп", "мектептер", "мектепте", "мектептерде", "мектептеріндегі", "мектебі", "мектебіміз"),
        ("сабақ", "сабақтар", "сабағы", "сабағында", "сабақтан", "сабақпен", "сабақтарымыз"),
        ("мұғалім", "мұғалімдер", "мұғалімдерге", "мұғаліммен", "мұғалімнің"),
        ("бала", "балалар", "баласы", "балаларға", "балаларымен"),
        ("қала", "қаласында", "қалалардың"),
        ("жаз", "жазды", "жазған", "жазатын", "жазып", "жазбайды", "жазылған", "жазбаған", "жазу"),
        ("баста", "бастады", "бастайды", "бастаған", "бастамаған", "бастап", "бастаймыз", "бастау"),
        ("шық", "шығады", "шыққан", "шығу", "шықпаған", "шығып", "шықсаңыздар"),
        ("тап", "тауып", "табады", "тапқан", "табылған"),
        ("қой", "қояды", "қойған", "қоятын", "қою", "қойылған"),
        ("оқы", "оқиды", "оқитын", "оқисың", "оқып", "оқыған", "оқымайды"),
        ("таны", "таниды", "танитын", "тану", "таныған", "танылған"),
        ("ері", "ериді", "еритін", "еріген", "еру"),
        ("айт", "айтады", "айтамайсыздар", "айтпаймыз", "айтылған"),
        ("орын", "орны", "орнында", "орындар", "орынға"),
        ("облыс", "облысы", "облысымыз", "облыстар", "облысында"),
        ("зерттеуші", "зерттеушілер", "зерттеушінің", "зерттеушілеріміз"),
        ("лагерь", "лагерьге", "лагерьді", "лагерьде", "лагерьлер", "лагерьдің"),
        ("әріптес", "әріптестер", "әріптестермен", "әріптестігі", "әріптестігіңіз"),
    ],
)  # fmt: skip
def test_forms_of_a_kazakh_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({kazakh_stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("шортан", "шортанды", "шортандардан", "шортандарымызға"),
        ("зымырда", "зымырданы", "зымырдада", "зымырдалар"),
        ("кесбір", "кесбірлер", "кесбіріміз", "кесбірінде", "кесбірмен"),
    ],
)
def test_forms_of_a_word_that_no_list_knows_share_a_stem(forms: tuple[str, ...]) -> None:
    assert not ROOTS.keys() & {fold(form) for form in forms}
    assert len({kazakh_stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        ("қазақ", "қазақстан"),
        ("сабақ", "сабын"),
        ("тіл", "тірі"),
        ("оқу", "оқушы"),
        ("тау", "тауар"),
        ("сапа", "сапар"),
        ("тәртіп", "тарту"),
    ],
)
def test_different_kazakh_words_keep_different_stems(pair: tuple[str, str]) -> None:
    assert kazakh_stem(pair[0]) != kazakh_stem(pair[1])


def test_known_words_are_not_cut() -> None:
    assert kazakh.stem("казакстан") == "казакстан"
    assert kazakh.stem("казакстандагы") == "казакстан"


@pytest.mark.parametrize(
    "forms",
    [
        "урок уроки уроков урока урокам",
        "список списка списками",
        "карточка карточек карточки",
        "порядок порядка",
        "конец конца",
        "представлена представить представлю",
        "палец пальца пальцами",
    ],
)
def test_forms_of_a_russian_word_share_a_stem(forms: str) -> None:
    stems = {token.stem for token in analyse(forms, "ru")}
    assert len(stems) == 1


@pytest.mark.parametrize("pair", ["рубль рубить", "срок сорок", "пункт понятие", "земля зима"])
def test_different_russian_words_keep_different_stems(pair: str) -> None:
    first, second = analyse(pair, "ru")
    assert first.stem != second.stem


def test_kazakh_letters_decide_against_the_language_of_the_section() -> None:
    (in_russian,) = analyse("мұғалімдер", "ru")
    assert in_russian.stem == kazakh_stem("мұғалім")


def test_a_word_without_kazakh_letters_may_be_of_either_language() -> None:
    assert possible_stems("сабак", "сабак") == ("kсабак", "rсабак")
    assert len(possible_stems("сабақ", "сабак")) == 1


@pytest.mark.parametrize("word", ["130", "5а", "clil"])
def test_numbers_and_latin_words_are_their_own_stems(word: str) -> None:
    assert stem(word, word, "kk") == stem(word, word, "ru") == word


def test_a_token_knows_its_place_in_the_text_as_written() -> None:
    text = "Ме\u00adтод — «cабақ»!"
    places = [text[token.start : token.end] for token in analyse(text, "kk")]
    assert places == ["Ме\u00adтод", "cабақ"]
    assert [token.spelling for token in analyse(text, "kk")] == ["метод", "сабақ"]


def test_hyphens_part_words() -> None:
    assert [word.form for word in words("ата-ана 2024-2025 5-сынып")] == [
        "ата", "ана", "2024", "2025", "5", "сынып",
    ]  # fmt: skip


def test_grams_of_a_short_word_are_the_word() -> None:
    assert grams("бал") == ("бал",)
    assert grams("сабак") == ("саба", "абак")


@given(st.text())
def test_any_text_is_analysed_with_places_in_order(text: str) -> None:
    for language in ("kk", "ru", "en"):
        end = 0
        for token in analyse(text, language):
            assert end <= token.start < token.end <= len(text)
            assert token.form
            assert " " not in token.stem
            end = token.end


@given(KAZAKH_FORMS)
def test_a_stem_begins_as_its_word_and_is_its_own_stem(form: str) -> None:
    found = kazakh.stem(form)
    assert kazakh.stem(found) == found
    assert form[: kazakh.SHORTEST_ROOT] == found[: kazakh.SHORTEST_ROOT]
    assert len(found) <= len(form)


@given(st.lists(st.sampled_from(sorted(STEPS[WORD])), min_size=1, max_size=30))
def test_a_word_of_nothing_but_endings_has_a_stem(pieces: list[str]) -> None:
    form = "".join(pieces)[:LONGEST_WORD]
    assert form.startswith(kazakh.stem(form)[:1])


def test_listed_words_are_spelled_in_kazakh_letters_and_stand_once_in_order() -> None:
    for name in ("nouns", "verbs"):
        lines = (Path(kazakh_roots.__file__).parent / f"{name}.txt").read_text().splitlines()
        listed = [line for line in lines if not line.startswith("#")]
        assert listed == sorted(set(listed), key=sort_key)
        assert all(len(word) >= kazakh.SHORTEST_ROOT and word.isalpha() for word in listed)


@pytest.mark.parametrize(
    "piece", ["сабақтарымызда ", "а", "a\u0301", "\u00ad", "ё\u0308", "-я", "а_"]
)
def test_analysis_is_linear_in_length(piece: str) -> None:
    def cost(times: int) -> float:
        text = piece * times
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            analyse(text, "kk")
            best = min(best, time.process_time() - started)
        return best

    # Ten times the text costs some ten times the work; a quadratic step would cost a hundred times.
    assert cost(20_000) < 35 * max(cost(2_000), 0.0005)


def test_a_run_of_letters_without_end_is_cut() -> None:
    (token,) = analyse("а" * 5_000, "kk")
    assert len(token.form) == LONGEST_WORD


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Оқушылардың құқықтары мен міндеттері", "kk"),
        ("Школа имени Әлии Молдағұловой находится в центре большого города Актобе", "ru"),
        ("мугалим мен окушы арасындагы карым катынас жане сабак", "kk"),
        ("ученик и учитель", "ru"),
        ("", "ru"),
    ],
)
def test_the_language_of_a_text_is_guessed(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("language", "form", "cut"),
    [
        ("kk", "тургендеги", "турген"),
        ("kk", "турген", "турген"),
        ("kk", "турдеги", "тур"),
        ("ru", "коксу", "коксу"),
        ("ru", "кокса", "кокс"),
        ("ru", "саркана", "саркан"),
    ],
)
def test_nothing_is_taken_off_a_protected_word(language: str, form: str, cut: str) -> None:
    protected = frozenset({"турген", "коксу", "саркан"})
    assert stem(form, form, language, protected) == f"{language[0]}{cut}"


def test_without_protection_these_words_are_cut() -> None:
    assert kazakh.stem("тургендеги") != "турген"
    assert stem("коксу", "коксу", "ru") == stem("кокса", "кокса", "ru")
