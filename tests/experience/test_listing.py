"""Lists of materials: columns, filters, search, spreadsheets, and a constant number of queries."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from accounts.roles import HEAD, METHODIST
from experience.models import KnowledgePage
from tests import factories
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db


def listed(client: Any, name: str = "experiences", **query: Any) -> set[str]:
    response = client.get(reverse(f"{name}:index"), query)
    assert response.status_code == 200
    return {page.title for page in response.context["object_list"]}


@pytest.fixture
def reader() -> Any:
    return signed_in(factories.user(HEAD))


def test_the_columns_say_what_a_methodist_looks_for(reader):
    methodist = factories.user(METHODIST, public_name_kk="Е. Қалиев", public_name_ru="Е. Калиев")
    page = factories.experience(
        live=True, responsible=methodist, review_by=timezone.localdate() - timedelta(days=2)
    )
    html = reader.get(reverse("experiences:index")).content.decode()
    for text in (page.number, "Математика", "Л. М. Оспанова", "Е. Калиев", page.title):
        assert text in html
    assert "w-status--critical" in html


def test_each_type_has_its_own_list(reader):
    factories.experience(title="Опыт"), factories.guide(title="Пособие")
    factories.technology(title="Технология")
    assert listed(reader) == {"Опыт"}
    assert listed(reader, "guides") == {"Пособие"}
    assert listed(reader, "technologies") == {"Технология"}


def test_filters_narrow_the_list(reader):
    head = factories.user(METHODIST)
    factories.experience(title="Казахский", language="kk", live=True)
    late = factories.experience(
        title="Просроченный",
        responsible=head,
        live=True,
        review_by=timezone.localdate() - timedelta(days=1),
    )
    draft = factories.experience(title="Черновик")
    draft.grades = [factories.grade(5)]
    draft.subjects = [factories.subject("physics", "Физика", [5])]
    draft.save()
    gone = factories.experience(title="Снятый", live=True)
    gone.unpublish()
    assert listed(reader, language="kk") == {"Казахский"}
    assert listed(reader, overdue="1") == {"Просроченный"}
    assert listed(reader, responsible=late.responsible_id) == {"Просроченный"}
    assert listed(reader, state="draft") == {"Черновик"}
    assert listed(reader, state="withdrawn") == {"Снятый"}
    assert listed(reader, state="live") == {"Казахский", "Просроченный"}
    assert listed(reader, grades=factories.grade(5).pk) == {"Черновик"}
    assert listed(reader, subjects=factories.subject("physics").pk) == {"Черновик"}
    assert listed(reader, generalisation_level=late.generalisation_level_id, state="draft") == {
        "Черновик"
    }
    assert listed(reader, state="nonsense", language="xx") <= {
        "Казахский", "Просроченный", "Черновик", "Снятый",
    }  # fmt: skip


def test_search_finds_by_number_and_by_words_in_any_case(reader):
    page = factories.experience(title="Қазақ тілінен КАРТОЧКАЛАР")
    factories.experience(title="Другое")
    assert listed(reader, q=page.number) == {page.title}
    assert listed(reader, q=f"№ {page.number}") == {page.title}
    assert listed(reader, q="карточкалар") == {page.title}
    assert listed(reader, q="қазақ") == {page.title}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_spreadsheet_holds_the_rows_of_the_filter(reader, kind):
    page = factories.experience(title="Казахский", language="kk", live=True)
    factories.experience(title="Русский")
    response = reader.get(reverse("experiences:index"), {"export": kind, "language": "kk"})
    content = b"".join(response.streaming_content)
    if kind == "xlsx":
        rows = list(load_workbook(BytesIO(content)).active.values)
        assert len(rows) == 2
        assert rows[1][:3] == (page.number, "Казахский", "Математика")
    else:
        assert "Казахский" in content.decode()
        assert "Русский" not in content.decode()


def test_the_number_of_queries_does_not_grow_with_the_list(reader):
    factories.experience(live=True)
    factories.experience()
    reader.get(reverse("experiences:index"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        reader.get(reverse("experiences:index"))
    for number in range(6):
        factories.experience(live=number % 2 == 0)
    with CaptureQueriesContext(connection) as many:
        assert len(listed(reader)) == 8
    assert len(many) == len(few)
    assert len(many) <= 40
    assert KnowledgePage.objects.count() == 8
