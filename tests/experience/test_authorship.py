"""Authors' post, category and school stay as they were at publication."""

import pytest

from accounts.models import QualificationCategory
from experience.models import Authorship
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_first_publication_takes_them_from_the_profile():
    author = factories.author()
    page = factories.experience(live=True, authors=[author])
    row = Authorship.objects.get(page_id=page.pk)
    assert row.school == author.school
    assert row.category == author.category
    assert row.post_ru == "учитель начальных классов"


def test_a_later_publication_keeps_what_was_true_at_the_first():
    author = factories.author()
    page = factories.experience(live=True, authors=[author])
    before = author.school
    author.school = factories.school()
    author.category = factories.term(QualificationCategory, "master", "педагог-мастер")
    author.save()
    page = type(page).objects.get(pk=page.pk)
    page.summary = "Другая аннотация."
    page.save_revision().publish()
    row = Authorship.objects.get(page_id=page.pk)
    assert row.school == before
    assert row.category.code == "expert"


def test_what_an_editor_wrote_into_the_row_stays():
    author = factories.author()
    page = factories.experience(authors=[author])
    page.authorships.set([Authorship(author=author, post_ru="завуч")])
    page.save_revision().publish()
    assert Authorship.objects.get(page_id=page.pk).post_ru == "завуч"


def test_a_school_may_be_the_author():
    school = factories.school()
    page = factories.experience(authors=[])
    page.authorships.set([Authorship(school=school)])
    page.save_revision().publish()
    row = Authorship.objects.get(page_id=page.pk)
    assert row.author is None
    assert row.school == school
