"""Numbers, dates and counts in Kazakh and Russian, as the rules of each language write them."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from experience.models import ResultRow
from experience.presentation import formats


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ru", "2 октября 2026 г."), ("kk", "2 қазан 2026 ж.")],
)
def test_a_date_names_its_month_small_and_in_the_case_of_a_date(language, expected):
    with translation.override(language):
        assert plain(formats.full_date(date(2026, 10, 2))) == expected


def test_no_date_is_no_text():
    assert formats.full_date(None) == ""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", "сентябрь 2025 — май 2026"),
        ("kk", "2025 ж. қыркүйек — 2026 ж. мамыр"),
    ],
)
def test_a_period_runs_from_month_to_month(language, expected):
    with translation.override(language):
        assert plain(formats.period(date(2025, 9, 1), date(2026, 5, 25))) == expected


def test_a_period_within_a_month_names_it_once():
    with translation.override("ru"):
        assert plain(formats.period(date(2026, 5, 4), date(2026, 5, 25))) == "май 2026"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_fraction_has_a_comma_and_no_needless_zeros(language):
    with translation.override(language):
        assert formats.number(Decimal("4.20")) == "4,2"
        assert formats.number(Decimal("71.00")) == "71"
        assert formats.number(Decimal("100")) == "100"


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "1 ученик"),
        (3, "3 ученика"),
        (11, "11 учеников"),
        (21, "21 ученик"),
        (112, "112 учеников"),
    ],
)
def test_russian_counts_agree_with_their_number(count, expected):
    with translation.override("ru"):
        assert plain(formats.pupils(count)) == expected


@pytest.mark.parametrize("count", [1, 3, 11, 21])
def test_kazakh_counted_nouns_stay_singular(count):
    with translation.override("kk"):
        assert plain(formats.pupils(count)) == f"{count} оқушы"
        assert plain(formats.files(count)) == f"{count} файл"


@pytest.mark.parametrize(
    ("numbers", "russian", "kazakh"),
    [
        ([3, 4], "3–4 класс", "3–4-сынып"),
        ([9, 1, 3, 4], "1, 3–4, 9 класс", "1, 3–4, 9-сынып"),
        ([5], "5 класс", "5-сынып"),
        ([0], "предшкольный класс", "мектепалды сынып"),
        ([], "", ""),
    ],
)
def test_neighbouring_grades_are_joined(numbers, russian, kazakh):
    with translation.override("ru"):
        assert plain(formats.grades(numbers)) == russian
    with translation.override("kk"):
        assert plain(formats.grades(numbers)) == kazakh


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (5, "5 минут"),
        (45, "45 минут"),
        (60, "1 час"),
        (80, "80 минут"),
        (120, "2 часа"),
        (130, "2 часа 10 минут"),
    ],
)
def test_lengths_of_lessons_are_said_as_teachers_say_them(minutes, expected):
    with translation.override("ru"):
        assert plain(formats.minutes(minutes)) == expected


@pytest.mark.parametrize(
    ("octets", "expected"),
    [(1, "1 КБ"), (840_000, "820 КБ"), (1024 * 1024, "1 МБ"), (2_202_010, "2,1 МБ")],
)
def test_sizes_are_rounded_to_what_a_reader_needs(octets, expected):
    with translation.override("ru"):
        assert plain(formats.size(octets)) == expected


@pytest.mark.parametrize(
    ("row", "value", "difference"),
    [
        (ResultRow(unit="%", before=46, after=71), "71 %", "+25 п. п."),
        (ResultRow(unit="балл", before=Decimal("6.6"), after=Decimal("4.2")), "4,2", "−2,4"),
        (ResultRow(unit="уч.", full_scale=14, before=2, after=9), "9 из 14", "+7"),
        (ResultRow(unit="%", before=50, after=50), "50 %", "0"),
        (ResultRow(unit="%", before=None, after=50), "50 %", ""),
    ],
)
def test_a_result_shows_its_value_and_what_changed(row, value, difference):
    with translation.override("ru"):
        assert plain(formats.value_of(row, Decimal(row.after))) == value
        assert plain(formats.difference_of(row)) == difference
