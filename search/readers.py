"""Who asks: the interface language, and what the asker may see."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import get_language

from search.documents import PUBLIC, SIGNED_IN, group_token


@dataclass(frozen=True, slots=True)
class Reader:
    """An asker. A document is theirs to see if it carries one of the visibility tokens."""

    language: str
    visibility: frozenset[str] = frozenset((PUBLIC,))


def reader_of(request: HttpRequest) -> Reader:
    """The reader behind a request; one query for the groups of somebody signed in.

    A superuser passes the restrictions of every group.
    """
    language = (get_language() or "")[:2]
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Reader(language)
    own = Group.objects if user.is_superuser else user.groups
    groups = own.values_list("pk", flat=True)
    return Reader(language, frozenset((PUBLIC, SIGNED_IN, *map(group_token, groups))))
