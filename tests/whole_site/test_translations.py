"""The interface texts in Kazakh and Russian: all there, and really loaded."""

import re
from datetime import date
from pathlib import Path

import pytest
import wagtail
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.utils import formats, translation

from tests.whole_site.interface_texts import (
    KAZAKH_LETTERS,
    LANGUAGES,
    ROOT,
    RUSSIAN_LETTERS,
    Key,
    asked_texts,
    catalogue_path,
    hidden_texts,
    key_of,
    messages,
    parts,
    sources,
    texts_of_python,
    texts_of_template,
)

# Texts that Wagtail and Django have as well: ours wins everywhere, so in the CMS too. Where it
# differs from theirs it must read well there: their word → ours.
RENAMED_IN_THE_CMS = {
    "Caption": ("Надпись", "Подпись"),
    "Content": ("Содержимое", "Содержание"),
    "Kazakh": ("Казахский", "казахский"),
    "Last published": ("Последняя публикация", "Последние публикации"),
    "Next": ("Следующая", "Дальше"),
    "Number": ("Число", "Номер"),
    "Russian": ("Русский", "русский"),
    "Task": ("Задача", "Задание"),
    "any": ("любое", "все"),
    "scheduled": ("запланированное", "запланировано"),
    "Title": ("Заголовок", "Название"),
    "content": ("содержимое", "содержание"),
    "subject": ("тема", "предмет"),
    "tags": ("тэги", "теги"),
    "title": ("заголовок", "название"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_sources_stands_in_the_catalogue(language):
    known = {key_of(message) for message in messages(language)}
    assert {key: path for key, path in asked_texts().items() if key not in known} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_nothing_that_the_sources_do_not_ask(language):
    assert {key_of(message) for message in messages(language)} - set(asked_texts()) == set()


def test_texts_are_found_in_code_and_in_templates():
    python = "_('a'); pgettext('b', 'c'); ngettext('d', 'e', 2); gettext(name); other('f')"
    assert list(texts_of_python(python)) == [(None, "a"), ("b", "c"), (None, "d")]
    template = (
        '{% load i18n %}{% translate "Menu (all)" %}{% translate "Search" context "button" %}'
        "{% blocktranslate count n=1 %}one {{ x }}{% plural %}many {{ n }}{% endblocktranslate %}"
    )
    found = [(None, "Menu (all)"), ("button", "Search"), (None, "one %(x)s")]
    assert list(texts_of_template(template)) == found
    jinja = (
        '{{ _("Menu (all)") }}{{ pgettext("button", "Search") }}'
        '{{ ngettext("one %(x)s", "many %(n)s", things|length)|format(n=things|length) }}'
    )
    assert list(texts_of_template(jinja)) == found


def test_no_text_hides_in_an_f_string():
    found = {
        path.name: hidden
        for path in sources(".py")
        if (hidden := hidden_texts(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_a_text_in_an_f_string_would_be_seen():
    assert hidden_texts("""f'{number} {_("pupils")}'""") == [(None, "pupils")]
    assert hidden_texts("""text = _("pupils"); f'{number} {text}'""") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_holds_real_values(language):
    header = catalogue_path(language).read_text("utf-8").partition("\n\n")[0]
    assert "Project-Id-Version: district bank of practice" in header
    assert f"Language: {language}\\n" in header
    assert not re.search(r"@|FIRST AUTHOR|FULL NAME|PACKAGE|YEAR|fuzzy", header)


# What Django really answers with.


def theirs() -> dict[Key, set[str]]:
    """Russian texts of Django, Wagtail and the other apps that are not ours."""
    found: dict[Key, set[str]] = {}
    folders = [Path(app.path) for app in apps.get_app_configs() if "site-packages" in app.path]
    for folder in (Path(formats.__file__).parents[1] / "conf", *folders):
        path = folder / "locale" / "ru" / "LC_MESSAGES" / "django.mo"
        if path.exists():
            with path.open("rb") as file:
                for message in read_mo(file):
                    if message.id and message.string:
                        found.setdefault(key_of(message), set()).add(parts(message.string)[0])
    return found


def renamed(ours: dict[Key, str], others: dict[Key, set[str]]) -> set[tuple[str, str, str]]:
    return {
        (key[1], word, text)
        for key, text in ours.items()
        for word in others.get(key, set())
        if word != text
    }


def test_our_texts_rename_nothing_in_the_cms_unnoticed():
    ours = {key_of(message): parts(message.string)[0] for message in messages("ru")}
    allowed = {(english, old, new) for english, (old, new) in RENAMED_IN_THE_CMS.items()}
    assert renamed(ours, theirs()) - allowed == set()


def test_a_renamed_word_of_the_cms_would_be_seen():
    assert (None, "Pages") in theirs()
    key = (None, "Pages")
    assert renamed({key: "Листы"}, {key: {"Страницы"}}) == {("Pages", "Страницы", "Листы")}
    assert renamed({key: "Страницы"}, {key: {"Страницы"}}) == set()


def answer(message: Message, language: str) -> str:
    with translation.override(language):
        singular = parts(message.id)[0]
        if len(parts(message.id)) > 1:
            plural = parts(message.id)[1]
            if message.context:
                return translation.npgettext(message.context, singular, plural, 1)
            return translation.ngettext(singular, plural, 1)
        if message.context:
            return translation.pgettext(message.context, singular)
        return translation.gettext(singular)


@pytest.mark.parametrize("language", LANGUAGES)
def test_django_answers_with_the_texts_of_the_catalogue(language):
    wrong = {
        key_of(message): answer(message, language)
        for message in messages(language)
        if answer(message, language) != parts(message.string)[0]
    }
    assert wrong == {}, "compile the catalogues: make test does it"


def test_an_answer_is_told_from_another():
    message = Message("Subjects", "Пәндер")
    assert answer(message, "kk") == "Пәндер"
    assert answer(message, "ru") == "Предметы"


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("ru", ["1 ученик", "2 ученика", "5 учеников", "11 учеников", "21 ученик"]),
        ("kk", ["1 оқушы", "2 оқушы", "5 оқушы", "11 оқушы", "21 оқушы"]),
    ],
)
def test_counted_things_follow_the_grammar(language, counted):
    with translation.override(language):
        assert [
            translation.ngettext("%(count)d pupil", "%(count)d pupils", count) % {"count": count}
            for count in (1, 2, 5, 11, 21)
        ] == counted


def months(language: str) -> list[str]:
    """The names of the months, each as it stands alone and in a date."""
    with translation.override(language):
        return [
            formats.date_format(date(2026, month, 2), style)
            for month in range(1, 13)
            for style in ("F", "E")
        ]


def test_kazakh_months_are_written_small():
    small = {month for month in months("kk") if set(month) <= set(RUSSIAN_LETTERS + KAZAKH_LETTERS)}
    assert small == set(months("kk"))
    assert len(small) == 12


def test_a_month_with_a_capital_would_be_seen():
    assert not set(months("ru")[0]) <= set(RUSSIAN_LETTERS + KAZAKH_LETTERS)


def lacking(asked: Catalog, *answers: Catalog) -> list[str]:
    """The texts of a catalogue that none of the others translates."""
    answered = {key_of(m) for answer in answers for m in answer if m.id and all(parts(m.string))}
    return [parts(m.id)[0] for m in asked if m.id and key_of(m) not in answered]


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


@pytest.mark.parametrize("room", ["", "admin", "documents", "images", "snippets", "users"])
def test_the_cms_lacks_no_russian_text(room):
    locale = Path(wagtail.__file__).parent / room / "locale"
    english, russian = (locale / code / "LC_MESSAGES/django.po" for code in ("en", "ru"))
    ours = ROOT / "site/config/locale/ru/LC_MESSAGES/django.po"
    assert lacking(read(english), read(russian), read(ours)) == []


def test_a_lacking_text_would_be_seen():
    asked, answer = Catalog(), Catalog()
    asked.add("Save"), asked.add("Publish")
    answer.add("Save", "Сохранить"), answer.add("Publish", "")
    assert lacking(asked, answer) == ["Publish"]


def test_a_page_with_a_password_asks_for_it_in_kazakh():
    asked = (
        "Password",
        "Password required",
        "You need a password to access this page.",
        "Continue",
    )
    with translation.override("kk"):
        kazakh = [translation.gettext(text) for text in asked]
    with translation.override("ru"):
        russian = [translation.gettext(text) for text in asked]
    assert kazakh[0] == "Құпиясөз"
    assert not set(kazakh) & {*asked, *russian}
