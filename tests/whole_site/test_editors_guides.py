"""The editor's guides name what the CMS really shows."""

import re
from pathlib import Path

import pytest
import wagtail
from babel.messages.pofile import read_po

from tests.whole_site.interface_texts import KAZAKH_LETTERS, ROOT, parts

# Quoted words that are no label: examples, another case of a label, a button that shows what it did.
NO_LABELS = {
    "6 из 14 учеников",
    "родители 3 класса",
    "3-сынып ата-аналары",
    "Карточки самопроверки, 3 класс",
    "Действиях",
    "Историю",
    "Истории",
    "Сохранён",
}
# Built by Wagtail from pieces.
COMPOSED = {
    'Отправить в "Проверка и публикация"',
    "Одобрить и Опубликовать",
    "Добавить описание опыта",
    "Добавить имя автора",
    "Добавить результат",
}


def shown_texts() -> set[str]:
    """Every Russian text of the CMS, with a capital and without a full stop."""
    rooms = Path(wagtail.__file__).parent
    files = [
        *rooms.rglob("locale/ru/LC_MESSAGES/django.po"),
        *ROOT.glob("site/**/locale/ru/LC_MESSAGES/django.po"),
    ]
    texts = set()
    for path in files:
        with path.open("rb") as file:
            texts |= {text for message in read_po(file) for text in parts(message.string)}
    return {text[:1].upper() + text[1:].removesuffix(".") for text in texts}


def labels(guide: str) -> set[str]:
    """What a guide quotes in Russian as standing on the screen."""
    quoted = set(re.findall(r"«([^»]+)»", guide))
    russian = {text for text in quoted if not set(text.lower()) & set(KAZAKH_LETTERS)}
    return russian - NO_LABELS - COMPOSED


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_label_of_the_guide_stands_in_the_cms(language):
    guide = (ROOT / "docs" / f"editors-guide.{language}.md").read_text(encoding="utf-8")
    assert len(labels(guide)) > 20
    assert sorted(labels(guide) - shown_texts()) == []


def test_a_label_that_does_not_exist_would_be_seen():
    assert labels("Нажмите «Сделать хорошо» (Жақсы ету).") - shown_texts() == {"Сделать хорошо"}


def test_both_guides_have_the_same_parts():
    counts = [
        re.findall(
            r"^(##|\d+\.|-) ",
            (ROOT / "docs" / f"editors-guide.{language}.md").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        for language in ("ru", "kk")
    ]
    assert counts[0] == counts[1]
    assert len(counts[0]) > 20
