"""Queries compiled once answer as the query sets that they are made of."""

from decimal import Decimal

import pytest
from django.utils import timezone

from experience.models import Authorship, ExperiencePage, KnowledgePage, ResultRow
from pages.prepared import PreparedQuery
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_value_gets_its_own_rows():
    first, second = factories.experience(), factories.experience()
    rows = PreparedQuery(lambda page_id: ResultRow.objects.filter(page_id=page_id), int)
    for page in (first, second, first):
        assert rows(page.pk) == list(ResultRow.objects.filter(page_id=page.pk)) != []
    assert rows(0) == []
    assert rows.first(0) is None


def test_values_have_the_types_of_the_model():
    page = factories.experience()
    ExperiencePage.objects.filter(pk=page.pk).update(first_published_at=timezone.now())
    pages = PreparedQuery(lambda slug: ExperiencePage.objects.filter(slug=slug), str)
    found = pages.first(page.slug)
    expected = ExperiencePage.objects.get(pk=page.pk)
    names = [field.attname for field in ExperiencePage._meta.concrete_fields]
    assert [getattr(found, name) for name in names] == [getattr(expected, name) for name in names]
    assert found.first_published_at.tzinfo is not None
    row = PreparedQuery(lambda page_id: ResultRow.objects.filter(page_id=page_id), int).first(
        page.pk
    )
    assert isinstance(row.before, Decimal)


def test_related_records_come_with_the_row(django_assert_num_queries):
    page = factories.experience()
    rows = PreparedQuery(
        lambda page_id: Authorship.objects.filter(page_id=page_id).select_related(
            "author", "category"
        ),
        int,
    )
    author = page.authorships.get().author
    with django_assert_num_queries(1):
        (row,) = rows(page.pk)
        assert row.author.slug == author.slug
    without = rows.first(page.pk)
    Authorship.objects.filter(pk=without.pk).update(author=None)
    assert rows.first(page.pk).author is None


def test_tuples_of_chosen_columns_come_in_their_order():
    page = factories.experience()
    rows = PreparedQuery(
        lambda slug, live: KnowledgePage.objects.filter(slug=slug, pk=live).values_list(
            "slug", "first_published_at", "pk"
        ),
        str,
        int,
    )
    stored = KnowledgePage.objects.get(pk=page.pk)
    assert rows(page.slug, page.pk) == [(page.slug, stored.first_published_at, page.pk)]
    assert rows(page.slug, page.pk + 1) == []


def test_a_value_that_is_changed_on_its_way_is_refused():
    rows = PreparedQuery(lambda title: KnowledgePage.objects.filter(title__contains=title), str)
    with pytest.raises(ValueError, match="parameter of its own"):
        rows("Урок")
