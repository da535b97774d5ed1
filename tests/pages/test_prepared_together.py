"""Queries asked together answer as each of them alone, on every database."""

from decimal import Decimal

import pytest
from django.utils import timezone

from experience.models import Authorship, ExperiencePage, KnowledgePage, ResultRow
from pages.prepared import PreparedQuery
from pages.prepared_together import PreparedTogether
from tests import factories

pytestmark = pytest.mark.django_db

AUTHORSHIPS = PreparedQuery(
    lambda page_id: Authorship.objects.filter(page_id=page_id).select_related(
        "author", "school", "category"
    ),
    int,
)
RESULTS = PreparedQuery(lambda page_id: ResultRow.objects.filter(page_id=page_id), int)
PAGES = PreparedQuery(
    lambda slug, page_id: KnowledgePage.objects.filter(slug=slug, pk=page_id).values_list(
        "title", "first_published_at", "live", "review_by", "pk"
    ),
    str,
    int,
)


def values(instance: object) -> list[object]:
    fields = instance._meta.concrete_fields
    return [getattr(instance, field.attname) for field in fields]


def test_one_statement_answers_what_each_query_would(django_assert_num_queries):
    page = factories.experience(live=True)
    now = timezone.now()
    ExperiencePage.objects.filter(pk=page.pk).update(
        first_published_at=now, review_by=now.date(), title='"Кавычки", \\ и {скобки}'
    )
    ResultRow.objects.filter(page_id=page.pk).update(before=Decimal("5"), after=Decimal("7.25"))
    together = PreparedTogether(AUTHORSHIPS, RESULTS, PAGES)
    together((page.pk,), (page.pk,), (page.slug, page.pk))
    slug = page.authorships.get().author.slug
    with django_assert_num_queries(1):
        authorships, results, pages = together((page.pk,), (page.pk,), (page.slug, page.pk))
        assert authorships[0].author.slug == slug
    assert list(map(values, authorships)) == list(map(values, AUTHORSHIPS(page.pk))) != []
    assert list(map(values, results)) == list(map(values, RESULTS(page.pk))) != []
    assert type(results[0].before) is Decimal
    assert pages == PAGES(page.slug, page.pk)
    assert pages[0][:4] == ('"Кавычки", \\ и {скобки}', now, True, now.date())


def test_each_query_gets_its_own_values():
    first, second = factories.experience(), factories.experience()
    together = PreparedTogether(RESULTS, RESULTS, AUTHORSHIPS)
    ours, theirs, nothing = together((first.pk,), (second.pk,), (0,))
    assert ours == list(ResultRow.objects.filter(page_id=first.pk)) != []
    assert theirs == list(ResultRow.objects.filter(page_id=second.pk)) != []
    assert nothing == []


def test_rows_keep_the_order_of_their_query():
    page = factories.experience()
    for place in range(9, 0, -1):
        ResultRow.objects.create(
            page_id=page.pk, sort_order=place, indicator=f"показатель {place}", before=1, after=2
        )
    (rows,) = PreparedTogether(RESULTS)((page.pk,))
    assert rows == list(ResultRow.objects.filter(page_id=page.pk))
    (backwards,) = PreparedTogether(
        PreparedQuery(
            lambda page_id: ResultRow.objects.filter(page_id=page_id).order_by("-sort_order"), int
        )
    )((page.pk,))
    assert backwards == rows[::-1]


def test_what_cannot_be_read_out_of_json_is_refused():
    pages = PreparedQuery(lambda page_id: ExperiencePage.objects.filter(pk=page_id), int)
    with pytest.raises(ValueError, match="JSONField"):
        PreparedTogether(pages)((1,))
