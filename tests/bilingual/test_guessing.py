"""The language of a text by its letters."""

import pytest

from bilingual.guessing import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Оқушылар есепті өздері тексеріп, қатесін табады.", "kk"),
        ("Ученики сами проверяют решение задачи и находят ошибку.", "ru"),
        ("Учителя школы аула Ақжайлау Оспановой Ләйлы Маратовны собрали карточки.", "ru"),
        ("English text about haystacks", "otherwise"),
        ("", "otherwise"),
        ("№ 5, класс", "otherwise"),
    ],
)
def test_a_text_is_taken_for_the_language_of_its_letters(text: str, language: str):
    assert language_of(text, "otherwise") == language
