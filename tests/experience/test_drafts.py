"""A new draft of a live page leaves alone all that readers see."""

import pytest

from experience.models import ExperiencePage
from pages.models import Generation
from search.models import Change
from tests import factories

pytestmark = pytest.mark.django_db


def seen_by_readers(page: ExperiencePage) -> tuple[object, ...]:
    """What changes whenever readers may see something else: the log, the generation, the address."""
    page.address.refresh_from_db()
    return Change.objects.count(), Generation.current(), page.address.title


@pytest.fixture
def page() -> ExperiencePage:
    return factories.experience(title="Парта у окна", live=True)


def test_a_draft_changes_nothing_that_readers_see(page):
    before = seen_by_readers(page)
    page.title = "Парта у двери"
    page.save_revision()
    assert seen_by_readers(page) == before


def test_its_publication_would_be_seen(page):
    changes, generation, title = seen_by_readers(page)
    page.title = "Парта у двери"
    page.save_revision().publish()
    after = seen_by_readers(page)
    assert after[0] > changes
    assert after[1] != generation
    assert after[2] == "Парта у двери" != title
