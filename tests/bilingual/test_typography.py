import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilingual.typography import NO_BREAK_SPACE, WORD_JOINER, bind, bind_markup


def shown(text: str) -> str:
    """No-break spaces as ~ and word joiners as +, so that a failure can be read."""
    return text.replace(NO_BREAK_SPACE, "~").replace(WORD_JOINER, "+")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("на уроках в школе", "на~уроках в~школе"),
        ("и в классе", "и~в~классе"),
        ("с «отлично»", "с~«отлично»"),
        ("из-за того", "из-за того"),
        ("не или әлде", "не~или әлде"),
        ("келді ме", "келді~ме"),
        ("біз де барамыз", "біз~де барамыз"),
        ("мұғалімге дейін", "мұғалімге дейін"),
        ("протокол № 3 от", "протокол №~3 от"),
        ("№ два", "№ два"),
        ("46 % было", "46~% было"),
        ("+25 п. п.", "+25~п.~п."),
        ("12 мин", "12~мин"),
        ("48 карточек", "48~карточек"),
        ("640 учеников", "640 учеников"),
        ("820 КБ", "820~КБ"),
        ("12 октября 2026 г.", "12~октября 2026~г."),
        ("22 қараша 2026 ж.", "22~қараша 2026~ж."),
        ("Л. М. Оспанова", "Л.~М.~Оспанова"),
        ("А. Б. Жүнісова", "А.~Б.~Жүнісова"),
        ("в 2–3 классе", "в~2–+3~классе"),
        ("5-сынып", "5-+сынып"),
        ("өзін-өзі тексеру", "өзін-өзі тексеру"),
        ("меньше — лучше", "меньше~— лучше"),
        ("Жунусова · 2026", "Жунусова~· 2026"),
        ("по-казахски, что-то", "по-+казахски, что-то"),
        ("", ""),
    ],
)
def test_lines_do_not_end_where_a_reader_would_stumble(text: str, expected: str) -> None:
    assert shown(bind(text)) == expected


TEXTS = st.text(alphabet="ав АБқ.№0123-–—«»%,\n", max_size=60)


@given(TEXTS)
@example("А. Б. Жунусова, 3–4 класс, № 3 от 28 сентября 2026 г., 46 % де, біз де барамыз")
def test_binding_twice_changes_nothing_more(text: str) -> None:
    assert bind(bind(text)) == bind(text)


@given(TEXTS)
@example("Ученик, в 3–4 классе и на уроке, решил 46 % задач — а 5-сынып?")
def test_the_words_stay_as_they_were(text: str) -> None:
    plain = bind(text).replace(NO_BREAK_SPACE, " ").replace(WORD_JOINER, "")
    assert plain == text


def test_tags_and_their_attributes_are_left_alone() -> None:
    markup = '<p><a href="/ru/a b/2-x" title="в школе № 3">в школе</a> и в классе &amp; дома</p>'
    assert shown(bind_markup(markup)) == (
        '<p><a href="/ru/a b/2-x" title="в школе № 3">в~школе</a> и~в~классе &amp; дома</p>'
    )
