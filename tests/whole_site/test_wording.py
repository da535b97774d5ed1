"""Each interface text by itself: translated, in its own alphabet, with the same variables."""

import re

import pytest
from babel.messages.catalog import Message

from tests.whole_site.interface_texts import (
    KAZAKH_LETTERS,
    LANGUAGES,
    RUSSIAN_LETTERS,
    Key,
    key_of,
    messages,
    parts,
)

VARIABLE = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
# Words that are the same in both languages.
SAME_IN_BOTH = {
    "автор",
    "диагностика",
    "диагностика.",
    "кабинет",
    "кб",
    "логотип",
    "материал",
    "мб",
    "мин",
    "портал",
    "qr-код",
    "рецензент",
    "сайт",
    "слайд",
    "тег",
    "телефон",
    "технология",
    "файл",
}


def placeholders(text: str) -> list[str]:
    return sorted(VARIABLE.findall(text.replace("%%", "")))


def faults(message: Message, language: str) -> list[str]:
    """What is wrong with a translation, whatever it says."""
    forms = parts(message.string)
    wanted = {"kk": 2, "ru": 4}[language] if len(parts(message.id)) > 1 else 1
    found = []
    if len(forms) != wanted or not all(form.strip() for form in forms):
        found.append("a form is missing")
    if message.fuzzy:
        found.append("fuzzy")
    if any(placeholders(form) != placeholders(parts(message.id)[-1]) for form in forms):
        found.append("other placeholders")
    for form in forms:
        words = re.findall(r"[^\W\d_]+", VARIABLE.sub(" ", form))
        found += [f"two alphabets in {word}" for word in words if mixes_alphabets(word)]
        own = RUSSIAN_LETTERS + (KAZAKH_LETTERS if language == "kk" else "")
        found += [f"strange letters in {word}" for word in words if strange_letters(word, own)]
        if '"' in form:
            found.append("straight quotes")
        if language == "kk":
            found += kazakh_faults(form)
    if language == "kk" and len(set(forms)) > 1:
        found.append("a plural after a number")
    return found


def mixes_alphabets(word: str) -> bool:
    return bool(
        re.search("[a-z]", word, re.IGNORECASE) and re.search("[а-яё]", word, re.IGNORECASE)
    )


def strange_letters(word: str, own: str) -> set[str]:
    return {letter for letter in word.lower() if not letter.isascii()} - set(own)


def kazakh_faults(text: str) -> list[str]:
    found = []
    # A number may carry a hyphenated noun («3-сынып»); nothing else is glued to what is filled in.
    glued = re.findall(r"%\(\w+\)[sd]([-’']?[^\W\d_]+)", text)
    found += [
        f"a suffix on a variable: {suffix}"
        for suffix in glued
        if suffix not in ("-сынып", "-қадам")
    ]
    if len(text.split()) > 5 and not set(text.lower()) & set(KAZAKH_LETTERS):
        found.append("no Kazakh letter in a whole sentence")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_sound(language):
    found = {
        key_of(message): wrong
        for message in messages(language)
        if (wrong := faults(message, language))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("language", "message", "fault"),
    [
        ("ru", Message("author", ""), "a form is missing"),
        ("ru", Message(("file", "files"), ("файл", "файла", "", "")), "a form is missing"),
        ("ru", Message(("file", "files"), ("файл", "файлы")), "a form is missing"),
        ("ru", Message("author", "автор", flags=["fuzzy"]), "fuzzy"),
        ("ru", Message("%(name)s", "%(nаme)s"), "other placeholders"),
        ("ru", Message("{name}", "имя"), "other placeholders"),
        ("ru", Message("author", "aвтор"), "two alphabets in aвтор"),
        ("ru", Message("school", "шкіл"), "strange letters in шкіл"),
        ("ru", Message("“a”", 'слово "а"'), "straight quotes"),
        ("kk", Message("author", "їдалка"), "strange letters in їдалка"),
        ("kk", Message("in %(name)s", "%(name)sда"), "a suffix on a variable: да"),
        ("kk", Message("in %(name)s", "%(name)s-да"), "a suffix on a variable: -да"),
        (
            "kk",
            Message("long", "перевод забыт и стоит русский текст"),
            "no Kazakh letter in a whole sentence",
        ),
        ("kk", Message(("file", "files"), ("файл", "файлдар")), "a plural after a number"),
    ],
)
def test_a_fault_would_be_seen(language, message, fault):
    assert fault in faults(message, language)


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("ru", Message("author", "автор")),
        (
            "ru",
            Message(
                ("%(n)d file", "%(n)d files"),
                tuple("%(n)d " + f for f in ("файл", "файла", "файлов", "файлов")),
            ),
        ),
        ("kk", Message("grade %(grades)s", "%(grades)s-сынып")),
        ("kk", Message("free use (CC BY 4.0)", "еркін пайдалану (CC BY 4.0)")),
    ],
)
def test_a_sound_text_has_no_fault(language, message):
    assert faults(message, language) == []


def forgotten(kazakh: dict[Key, str], russian: dict[Key, str]) -> set[Key]:
    """Texts that read the same in both languages though their words do not."""
    return {
        key
        for key, text in kazakh.items()
        if text == russian[key] and VARIABLE.sub("", text).strip().lower() not in SAME_IN_BOTH
    }


def test_no_kazakh_text_is_the_russian_one():
    kazakh, russian = (
        {key_of(message): parts(message.string)[0] for message in messages(language)}
        for language in LANGUAGES
    )
    assert forgotten(kazakh, russian) == set()


def test_a_russian_text_in_the_kazakh_catalogue_would_be_seen():
    key = (None, "school")
    assert forgotten({key: "школа"}, {key: "школа"}) == {key}
    assert forgotten({key: "Автор"}, {key: "Автор"}) == set()
