"""Behaviour 20: what a document says of others changes with them, also when they are deleted."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from experience.models import Tag, TechnologyUse
from search.drift import Drift, drift
from search.engines.serving import embedded
from tests import factories

pytestmark = pytest.mark.django_db

NONE = Drift([], [], [])


def drift_now(indexed: Callable[[], None]) -> Drift:
    indexed()
    return drift(embedded().digests())


def test_20_a_deleted_tag_is_taken_from_its_materials(indexed):
    page, tag = factories.experience(live=True), Tag.objects.create(name="рефлексия")
    page.tags.add(tag)
    page.save_revision(clean=False).publish()
    assert drift_now(indexed) == NONE
    tag.delete()
    assert drift_now(indexed) == NONE


def test_20_a_deleted_group_is_taken_from_its_restrictions(indexed):
    page, group = factories.experience(live=True), Group.objects.create(name="совет")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(group)
    assert drift_now(indexed) == NONE
    group.delete()
    assert drift_now(indexed) == NONE


@pytest.mark.parametrize("event", ["unpublish", "delete"])
def test_20_a_technology_that_is_gone_leaves_no_drift_in_the_experiences_that_use_it(
    indexed, event
):
    page, technology = factories.experience(live=True), factories.technology(live=True)
    page.technology_uses.add(TechnologyUse(technology=technology))
    page.save_revision(clean=False).publish()
    assert drift_now(indexed) == NONE
    getattr(technology, event)()
    assert drift_now(indexed) == NONE
