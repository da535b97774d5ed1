"""Who asks: the tokens of which a document needs one."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.test import RequestFactory

from search.documents import PUBLIC, SIGNED_IN, group_token
from search.readers import reader_of
from tests import factories

pytestmark = pytest.mark.django_db


def visibility(user) -> frozenset[str]:
    request = RequestFactory().get("/")
    request.user = user
    return reader_of(request).visibility


def test_18_a_reader_has_the_tokens_of_their_groups_and_a_superuser_those_of_all():
    group = Group.objects.create(name="совет")
    member, other, superuser = factories.user(), factories.user(), factories.user(superuser=True)
    member.groups.add(group)
    assert visibility(AnonymousUser()) == {PUBLIC}
    assert visibility(other) == {PUBLIC, SIGNED_IN}
    assert visibility(member) == {PUBLIC, SIGNED_IN, group_token(group.pk)}
    assert visibility(superuser) >= visibility(member)
