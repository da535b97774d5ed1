"""How long a material takes to read: Russian 180 words a minute, Kazakh 150."""

import pytest
from django.utils import translation

from experience.models import ExperiencePage, GuidePage, TechnologyPage
from experience.presentation.reading_time import reading_minutes, reading_time
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def words(count: int) -> str:
    return f"<p>{'слово ' * count}</p>"


def bare(model: type = ExperiencePage, language: str = "ru", **fields):
    return model(language=language, summary="", **fields)


@pytest.mark.parametrize(
    ("language", "count", "minutes"),
    [("ru", 180, 1), ("ru", 181, 2), ("kk", 150, 1), ("kk", 151, 2), ("ru", 0, 1)],
)
def test_whole_minutes_are_counted_by_the_language_of_the_text(language, count, minutes):
    assert reading_minutes(bare(language=language, relevance=words(count))) == minutes


def test_every_section_counts_and_markup_does_not():
    page = bare(relevance=words(90), conclusions="<p>слово</p>" * 90)
    assert reading_minutes(page) == 1
    page.leading_idea = "слово"
    assert reading_minutes(page) == 2


def test_literature_is_not_read_through():
    assert reading_minutes(bare(literature="слово " * 900)) == 1


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (ExperiencePage, {"steps": [("step", {"title": "слово", "text": words(180)})]}),
        (GuidePage, {"main_part": [("heading", "слово"), ("text", words(180))]}),
        (TechnologyPage, {"steps": [("step", {"title": "слово", "teacher": "слово " * 180})]}),
    ],
)
def test_streams_count_in_a_page_read_from_the_database_and_in_a_preview(model, fields):
    page = bare(model, **fields)
    assert reading_minutes(page) == 2
    make = {ExperiencePage: factories.experience, GuidePage: factories.guide}
    stored = make.get(model, factories.technology)(summary="", **fields)
    assert reading_minutes(stored) == 2


def test_it_is_said_in_the_language_of_the_material():
    page = bare(relevance=words(200))
    for language, said in (("ru", "чтение 2 мин"), ("kk", "оқуға 2 мин")):
        with translation.override(language):
            assert reading_time(page) == said


def test_every_type_says_it_beside_its_number(reader, indexed):
    pages = [
        make(live=True) for make in (factories.experience, factories.guide, factories.technology)
    ]
    indexed()
    for page in pages:
        with translation.override("kk"):
            address = page.url
        assert "<li>чтение 1\xa0мин</li>" in reader.get(address).content.decode()
