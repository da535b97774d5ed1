"""The rules of publication on saved pages; each with the state that it lets pass."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from experience.models import Authorship, ResultRow
from library.models import Consent, PortalImage
from tests import factories

pytestmark = pytest.mark.django_db


def refused(page: Any) -> dict[str, int]:
    """Return the fields at which something is refused, with how often."""
    return {name: len(errors) for name, errors in page.publishing_errors().items()}


def row(**fields: Any) -> ResultRow:
    values = {
        "indicator": "Решили сами",
        "unit": "%",
        "before": Decimal(40),
        "after": Decimal(70),
        "pupils": 14,
        "how_measured": "две работы",
        "is_main": True,
    }
    return ResultRow(**values | fields)


def test_complete_materials_pass():
    for make in (factories.experience, factories.guide, factories.technology):
        assert refused(make()) == {}


@pytest.mark.parametrize(
    ("fields", "times"),
    [
        ({}, 0),
        ({"unit": ""}, 1),
        ({"after": None}, 1),
        ({"pupils": None}, 1),
        ({"before": Decimal(120)}, 1),
        (
            {
                "unit": "учеников",
                "full_scale": Decimal(14),
                "before": Decimal(6),
                "after": Decimal(12),
            },
            0,
        ),
        (
            {
                "unit": "учеников",
                "full_scale": Decimal(14),
                "before": Decimal(6),
                "after": Decimal(15),
            },
            1,
        ),
        ({"before": None, "after": None, "unit": ""}, 0),
        ({"before": None, "after": None, "how_measured": ""}, 1),
        ({"is_main": False}, 1),
        ({"before": Decimal(0), "after": Decimal(0)}, 0),
    ],
)
def test_a_row_of_results_is_whole(fields, times):
    page = factories.experience()
    page.results = [row(**fields)]
    assert refused(page).get("results", 0) == times


def test_without_rows_a_written_reason_is_asked():
    page = factories.experience()
    page.results = []
    assert "results" in refused(page)
    page.no_results_reason = "Опыту три недели."
    assert "results" not in refused(page)


def test_two_main_rows_are_one_too_many():
    page = factories.experience()
    page.results = [row(), row()]
    assert refused(page) == {"results": 1}


def test_an_author_stands_once_and_a_school_may_be_one():
    person, school = factories.author(), factories.school()
    page = factories.experience(authors=[person])
    page.authorships = [Authorship(author=person), Authorship(author=person)]
    assert refused(page) == {"authorships": 1}
    page.authorships = [Authorship(author=person), Authorship(school=school)]
    assert refused(page) == {}
    page.authorships = [Authorship()]
    assert refused(page) == {"authorships": 1}


def test_grades_fit_the_subjects():
    page = factories.experience()
    page.grades = [factories.grade(3), factories.grade(9)]
    assert refused(page) == {"grades": 1}
    page.subjects = [factories.subject(), factories.subject("algebra", "Алгебра", range(7, 12))]
    assert refused(page) == {}
    page.grades = [factories.grade(3)]
    assert refused(page) == {"grades": 1}


def test_grades_or_not_by_grade():
    page = factories.experience()
    page.grades = []
    assert refused(page) == {"grades": 1}
    page.not_by_grade = True
    assert refused(page) == {}


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"review_by": date(2026, 5, 1)}, "review_by"),
        ({"evidence_from": date(2026, 5, 1), "evidence_to": date(2026, 1, 1)}, "evidence_to"),
    ],
)
def test_dates_stand_in_order(fields, name):
    assert refused(factories.experience(**fields)) == {name: 1}


@pytest.mark.parametrize("value", ["", "<p></p>", "<p>&nbsp;</p>", '<p data-block-key="a1"> </p>'])
def test_an_empty_paragraph_is_no_text(value):
    assert refused(factories.experience(relevance=value)) == {"relevance": 1}


class TestPictures:
    def pages(self, image: PortalImage) -> dict[str, Any]:
        page = factories.experience()
        page.pictures.create(image=image)
        guide = factories.guide(main_part=[("picture", {"image": image, "caption": ""})])
        return {"pictures": page, "main_part": guide}

    def test_one_without_pupils_passes(self):
        for page in self.pages(factories.picture()).values():
            assert refused(page) == {}

    def test_one_with_pupils_needs_a_consent_that_holds(self):
        consent = Consent.objects.create(
            title="3 класс", given_on="2026-01-10", given_by="родители"
        )
        for name, page in self.pages(factories.picture(shows_pupils=True)).items():
            assert refused(page) == {name: 1}
        image = factories.picture(shows_pupils=True, consent=consent)
        for page in self.pages(image).values():
            assert refused(page) == {}
        consent.withdrawn_on = timezone.localdate()
        consent.save()
        image = PortalImage.objects.get(pk=image.pk)
        for name, page in self.pages(image).items():
            assert refused(page) == {name: 1}

    def test_an_expired_consent_does_not_hold(self):
        consent = Consent.objects.create(
            title="3 класс",
            given_on="2020-01-10",
            given_by="родители",
            valid_until=timezone.localdate() - timedelta(days=1),
        )
        for name, page in self.pages(factories.picture(shows_pupils=True, consent=consent)).items():
            assert refused(page) == {name: 1}

    @pytest.mark.parametrize("missing", ["alt_kk", "alt_ru"])
    def test_a_description_in_both_languages_is_asked(self, missing):
        for name, page in self.pages(factories.picture(**{missing: ""})).items():
            assert refused(page) == {name: 1}


def test_a_guide_needs_a_protocol_and_reviewers_or_a_reason():
    guide = factories.guide(protocol_number="")
    guide.reviewers = []
    assert set(refused(guide)) == {"protocol_number", "reviewers"}
    guide.no_protocol_reason = "Издано до создания совета."
    assert refused(guide) == {}


def test_a_technology_has_three_steps_with_their_minutes():
    step = {"title": "Станция", "minutes": 10}
    page = factories.technology(steps=[("step", step)] * 2)
    assert refused(page) == {"steps": 1}
    page = factories.technology(steps=[("step", {**step, "minutes": None}), *[("step", step)] * 2])
    assert refused(page) == {"steps": 1}
