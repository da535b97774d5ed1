"""A draft opens and is published although what it names was deleted meanwhile."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import QualificationCategory
from experience.models import (
    Authorship,
    ExperiencePage,
    GeneralisationLevel,
    MaterialFile,
    ResultRow,
    TechnologyUse,
)
from pages.refusals import PublicationRefusedError
from tests import factories
from tests.experience.editor import edit_url, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> ExperiencePage:
    return factories.experience(live=True)


def reopened(page: ExperiencePage) -> ExperiencePage:
    return ExperiencePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_deleted_author_leaves_the_draft_with_the_row(page):
    author = factories.author(surname_ru="Ткаченко")
    page.authorships = [*page.authorships.all(), Authorship(author=author, school=author.school)]
    page.save_revision()
    assert len(reopened(page).authorships.all()) == 2
    author.delete()
    rows = reopened(page).authorships.all()
    assert [row.author.surname_ru for row in rows] == ["Оспанова"]


def test_the_editor_opens_such_a_draft(page):
    author = factories.author()
    page.authorships = [Authorship(author=author)]
    revision = page.save_revision()
    author.delete()
    editor = signed_in(factories.user(superuser=True))
    assert editor.get(edit_url(page)).status_code == 200
    with pytest.raises(PublicationRefusedError) as refused:
        revision.publish()
    assert "authorships" in refused.value.error_dict


def test_a_deleted_category_leaves_its_author(page):
    category = factories.term(QualificationCategory, "old", "прежняя")
    row = page.authorships.get()
    row.category = category
    page.authorships = [row]
    page.save_revision()
    category.delete()
    assert [row.category for row in reopened(page).authorships.all()] == [None]


def test_a_deleted_term_empties_its_field(page):
    page.generalisation_level = factories.term(GeneralisationLevel, "gone", "прежний")
    page.save_revision()
    page.generalisation_level.delete()
    assert reopened(page).generalisation_level is None


def test_rows_go_with_a_deleted_file_and_technology(page):
    document, technology = factories.document(), factories.technology()
    page.files = [MaterialFile(document=document)]
    page.technology_uses = [TechnologyUse(technology=technology)]
    page.save_revision()
    draft = reopened(page)
    assert (len(draft.files.all()), len(draft.technology_uses.all())) == (1, 1)
    document.delete()
    technology.delete()
    draft = reopened(page)
    assert (len(draft.files.all()), len(draft.technology_uses.all())) == (0, 0)


def queries_to_reopen(page: ExperiencePage) -> int:
    revision = page.save_revision(clean=False)
    with CaptureQueriesContext(connection) as queries:
        revision.as_object()
    return len(queries)


def test_more_rows_take_no_more_queries_to_reopen(page):
    few = queries_to_reopen(page)
    page.results = [ResultRow(indicator=f"Показатель {number}") for number in range(12)]
    page.authorships = [Authorship(author=factories.author()) for _ in range(5)]
    assert queries_to_reopen(page) <= few + 1  # the schools, which the one author had not yet
