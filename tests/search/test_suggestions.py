"""Behaviour 23: what is suggested while a question is typed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from search import suggestions
from search.analysis.words import words
from search.demand.frequent import LEAST_DAYS
from search.demand.gathering import key_of
from search.demand.records import AskedQuestion
from search.prefixes import PrefixIndex
from search.suggestions import MOST, typings
from tests import factories
from tests.search.bank import Bank, document

pytestmark = pytest.mark.django_db


def suggested(text: str, language: str = "ru", reader: Client | None = None) -> list[str]:
    response = (reader or Client()).get(f"/{language}/suggest/", {"q": text})
    assert response.status_code == 200
    return [one["text"] for one in response.json()["suggestions"]]


@pytest.fixture
def offered(bank: Bank, engine):
    """Put documents with these titles into the index."""

    def put(*titles: str, **fields) -> None:
        bank.put(
            *(document(f"page:{n}", title, **fields) for n, title in enumerate(titles, start=1))
        )
        engine.rebuild()

    return put


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ур", "План урока математики"),
        ("УРО", "План урока математики"),
        ("мат пл", "План урока математики"),
        ("ehj", "План урока математики"),
        ("gkfy eh", "План урока математики"),
        ("каза", "Қазақ тілі сабағы"),
        ("қазақ тіл", "Қазақ тілі сабағы"),
        ("саба0", "Қазақ тілі сабақтары"),
        ("учёб", "Учебная неделя"),
    ],
)
def test_23_beginnings_of_words_are_enough(offered, typed, title):
    offered("План урока математики", "Қазақ тілі сабағы", "Қазақ тілі сабақтары", "Учебная неделя")
    assert title in suggested(typed)


@pytest.mark.parametrize("typed", ["", "у", " ", "-", "рока", "хх", "*", "\x00", "у\x00р(", "😀"])
def test_23_other_texts_suggest_nothing(offered, typed):
    offered("План урока математики")
    assert suggested(typed) == []


def test_23_titles_that_begin_so_go_first_then_the_newest(bank: Bank, engine):
    bank.put(
        document("page:1", "Открытые уроки", published=date(2026, 9, 3)),
        document("page:2", "Урок давний", published=date(2026, 9, 1)),
        document("page:3", "Урок новый", published=date(2026, 9, 2)),
    )
    engine.rebuild()
    assert suggested("урок") == ["Урок новый", "Урок давний", "Открытые уроки"]


def test_23_there_are_at_most_eight_and_none_twice(offered):
    offered(*(f"Урок {number}" for number in range(20)), "Урок 1", "урок 1")
    found = suggested("урок")
    assert len(found) == MOST == 8
    assert len(set(map(str.lower, found))) == 8


def test_23_subjects_authors_and_schools_are_suggested(indexed):
    author = factories.author(
        surname_ru="Матвеева", school=factories.school(name_ru="Матибулакская школа")
    )
    factories.experience(live=True, authors=[author])
    factories.author(surname_ru="Матусевич")
    indexed()
    found = Client().get("/ru/suggest/?q=мат").json()["suggestions"]
    named = {one["kind"]: one["text"] for one in found}
    assert named["subject"] == "Математика"
    assert named["author"].startswith("Матвеева")
    assert named["school"] == "Матибулакская школа"
    assert len(found) == 3
    assert all(one["label"] for one in found)


def test_a_suggestion_says_its_language(offered):
    offered("Қазақ тілі сабағы", language="kk")
    (found,) = Client().get("/ru/suggest/?q=каза").json()["suggestions"]
    assert (found["lang"], found["kind"]) == ("kk", "title")


def test_18_only_public_texts_are_suggested(indexed):
    author = factories.author(surname_ru="Тайнова")
    page = factories.experience(live=True, title="Тайное описание", authors=[author])
    factories.experience(title="Тайный черновик")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )
    indexed()
    member = Client()
    member.force_login(factories.user())
    assert suggested("тайн") == suggested("тайн", reader=member) == []
    restriction.delete()
    indexed()
    assert "Тайное описание" in suggested("тайн")


def test_20_what_is_renamed_or_taken_away_is_not_suggested_any_more(bank: Bank, offered, engine):
    offered("Урок первый", "Урок второй")
    assert suggested("урок") == ["Урок первый", "Урок второй"]
    bank.put(document("page:1", "Занятие первое"))
    del bank.documents_by_key["page:2"]
    engine.rebuild()
    assert suggested("урок") == []
    assert suggested("занят") == ["Занятие первое"]


@pytest.fixture
def asked_often(monkeypatch):
    """Note a question on so many days; what is kept in memory is this test's alone."""
    monkeypatch.setattr(suggestions, "_kept", suggestions.Kept())

    def note(text: str, days: int = LEAST_DAYS, language: str = "ru", unfound: int = 0) -> None:
        AskedQuestion.objects.bulk_create(
            AskedQuestion(
                key=key_of(text),
                text=text,
                language=language,
                day=timezone.localdate() - timedelta(days=number),
                asked=1,
                unfound=unfound,
            )
            for number in range(days)
        )

    return note


@pytest.mark.parametrize(("days", "found"), [(2, []), (3, ["устный счёт"])])
def test_23_a_question_of_three_days_is_suggested(offered, asked_often, days, found):
    offered("Счёт по цепочке: устная работа")
    asked_often("устный счёт", days)
    assert suggested("устный сч") == found


def test_23_a_question_that_found_nothing_is_not_suggested(offered, asked_often):
    offered("Счёт по цепочке: устная работа")
    asked_often("устный счёт", unfound=1)
    assert suggested("устный сч") == []


def test_23_questions_are_those_of_the_readers_language(offered, asked_often):
    offered("Сабақ жоспары", language="kk")
    asked_often("сабақтың жоспары", language="kk")
    asked_often("сабаққа жоспар", language="ru")
    assert suggested("сабақ", "kk") == ["Сабақ жоспары", "сабақтың жоспары"]
    assert suggested("сабақ", "ru") == ["Сабақ жоспары", "сабаққа жоспар"]


@pytest.mark.parametrize("text", ["урок 12345", "урок a@b.kz", "урок 70 12 34 56 78"])
def test_23_what_may_name_a_person_is_never_suggested(offered, asked_often, text):
    offered("Урок 12345 a b kz 70 12 34 56 78")
    asked_often(text)
    asked_often("уроки")
    assert suggested("урок") == ["Урок 12345 a b kz 70 12 34 56 78", "уроки"]


def test_18_a_question_is_suggested_only_while_its_words_are_public(
    bank: Bank, engine, offered, asked_often
):
    offered("Тайное описание")
    asked_often("описания тайные")
    assert suggested("описания") == ["описания тайные"]
    bank.put(document("page:1", "Тайное описание", visibility=("signed-in",)))
    engine.rebuild()
    assert suggested("описания") == []


def test_23_questions_stand_after_titles_and_before_names(indexed, asked_often):
    author = factories.author(surname_ru="Матвеева")
    for number in range(9):
        factories.experience(live=True, title=f"Математика {number}", authors=[author])
    indexed()
    for text in ("математике", "математикой", "математику", "математика"):
        asked_often(text)
    found = Client().get("/ru/suggest/?q=мат").json()["suggestions"]
    kinds = [one["kind"] for one in found]
    assert kinds == ["title"] * 4 + ["question"] * 2 + ["subject", "author"]
    assert "математика" not in [one["text"] for one in found]


def test_23_questions_are_read_once_for_a_state_of_the_index(
    offered, asked_often, monkeypatch, reader
):
    offered("План урока")
    asked_often("урок")
    assert suggested("ур", reader=reader) == ["План урока", "урок"]
    with CaptureQueriesContext(connection) as queries:
        assert suggested("ур", reader=reader) == ["План урока", "урок"]
    assert not [query for query in queries if "askedquestion" in query["sql"]]
    asked_often("уроки")
    assert "уроки" not in suggested("ур")
    monkeypatch.setattr(suggestions, "SECONDS_KEPT", 0)
    assert "уроки" in suggested("ур")


def test_the_script_of_the_field_is_small():
    script = Path(__file__).resolve().parents[2] / "static" / "js" / "search-suggestions.js"
    assert len(script.read_bytes()) <= 3 * 1024


def test_asking_writes_nothing_and_sets_no_cookie(reader, indexed):
    factories.experience(live=True)
    indexed()
    suggested("карт", reader=reader)
    with CaptureQueriesContext(connection) as queries:
        response = reader.get("/ru/suggest/?q=карт")
    assert len(queries) <= 3
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@given(st.lists(st.text("абвг ", max_size=12), max_size=8), st.text("абвг ", max_size=6))
def test_an_index_finds_just_the_texts_whose_words_begin_so(texts, typed):
    prefixes = typed.split()
    found = PrefixIndex([text.split() for text in texts]).starting(prefixes, 100)
    fitting = {
        number
        for number, text in enumerate(texts)
        if prefixes
        and all(any(word.startswith(prefix) for word in text.split()) for prefix in prefixes)
    }
    assert set(found) == fitting
    assert len(found) == len(fitting)


@given(st.text(max_size=60))
def test_any_text_is_taken_apart(text):
    for typed in typings(text):
        assert all(form for form in typed)
        assert typed == tuple(word.form for word in words(" ".join(typed)))
