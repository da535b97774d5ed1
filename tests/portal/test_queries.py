"""No public page asks the content database more than eight times, however long its list."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from demo.benchmark.served import as_never_before
from experience.models import MaterialFile, Subject, Tag
from tests import factories

# Committed: only then is the index in step, and what it says kept for the generation.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MOST_QUERIES = 8
# Of a material: the generation, the page, what stands around it, the index.
MOST_QUERIES_OF_A_MATERIAL = 5


def count(reader, path: str) -> int:
    """Queries of a page that is not in the cache, once the process is warm."""
    assert reader.get(as_never_before(path)).status_code == 200, path
    with CaptureQueriesContext(connection) as queries:
        reader.get(as_never_before(path))
    return len(queries)


def bank(materials: int):
    author = factories.author()
    technology, guide = factories.technology(live=True), factories.guide(live=True)
    for _ in range(materials):
        page = factories.experience(authors=[author])
        page.tags.add("самопроверка")
        page.technology_uses.create(technology=technology)
        page.guide_links.create(guide=guide)
        page.files.add(MaterialFile(document=factories.read_document([[1, "Карточка"]])))
        page.save_revision().publish()
    return page, technology, guide, author


def paths(page, technology, guide, author) -> list[str]:
    with translation.override("ru"):
        return [
            *(target.url for target in (page, technology, guide)),
            "/ru/",
            "/ru/experience/",
            "/ru/experience/?grade=3&language=ru",
            "/ru/authors/",
            author.get_absolute_url(),
            reverse("file-text", args=[page.files.get().document_id]),
            "/ru/schools/",
            author.school.get_absolute_url(),
            "/ru/subjects/",
            Subject.objects.get().get_absolute_url(),
            Tag.objects.get().get_absolute_url(),
            "/ru/search/?q=карточки",
            f"/ru/selection/?m={','.join(map(str, range(1, 51)))}",
        ]


def test_every_page_asks_at_most_eight_times_and_no_more_for_longer_lists(reader, indexed):
    few = bank(2)
    indexed()
    first = {path: count(reader, path) for path in paths(*few)}
    assert {path: number for path, number in first.items() if number > MOST_QUERIES} == {}
    materials = [first[page.url] for page in few[:3]]
    assert max(materials) <= MOST_QUERIES_OF_A_MATERIAL
    for _ in range(12):
        factories.experience(live=True, authors=[few[3]])
    indexed()
    second = {path: count(reader, path) for path in first}
    assert second == first
