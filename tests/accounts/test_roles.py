"""Who may do what in the CMS: one table, tried on real addresses."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission, Workflow

from accounts.models import Author, User
from accounts.roles import ADMINISTRATOR, HEAD, METHODIST, PUBLISHER, set_up_roles
from experience.models import SecondLookTask
from pages.models import DistrictSettings
from tests import factories
from tests.experience.editor import is_live, signed_in, stored, try_to_press

pytestmark = [pytest.mark.django_db, pytest.mark.long]

WRITERS = {METHODIST, PUBLISHER, ADMINISTRATOR}
PUBLISHERS = {PUBLISHER, ADMINISTRATOR}
EVERYBODY = WRITERS | {HEAD}
ROLES = (METHODIST, PUBLISHER, HEAD, ADMINISTRATOR)


def opens(name: str, *args: Any, **query: Any) -> Callable[[User], bool]:
    """The page opens, rather than sending away."""

    def attempt(person: User) -> bool:
        return signed_in(person).get(reverse(name, args=args), query).status_code == 200

    return attempt


def creates(person: User) -> bool:
    parent = factories.section("experience")
    return opens("wagtailadmin_pages:add", "experience", "experiencepage", parent.pk)(person)


def edits_own(person: User) -> bool:
    return _edits(person, factories.experience(by=person, owner=person))


def edits_others(person: User) -> bool:
    return _edits(person, factories.experience(by=factories.user()))


def _edits(person: User, page: Any) -> bool:
    try_to_press(signed_in(person), page, aim="Исправлено.")
    return stored(page).get_latest_revision_as_object().aim == "Исправлено."


def publishes_own(person: User) -> bool:
    return _publishes(person, factories.experience(by=person, owner=person))


def publishes_others(person: User) -> bool:
    return _publishes(person, factories.experience(by=factories.user()))


def _publishes(person: User, page: Any) -> bool:
    try_to_press(signed_in(person), page, "action-publish")
    return is_live(page)


def bulk_publishes(person: User) -> bool:
    page = factories.experience(by=factories.user())
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    signed_in(person).post(f"{url}?id={page.pk}")
    return is_live(page)


def withdraws(person: User) -> bool:
    page = factories.experience(live=True)
    data = {"reason_kk": "Ескірді.", "reason_ru": "Устарел."}
    signed_in(person).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), data)
    return not is_live(page)


def deletes_own_draft(person: User) -> bool:
    return _deletes(person, factories.experience(by=person, owner=person))


def deletes_others_draft(person: User) -> bool:
    return _deletes(person, factories.experience(by=factories.user()))


def deletes_published(person: User) -> bool:
    return _deletes(person, factories.experience(by=person, owner=person, live=True))


def _deletes(person: User, page: Any) -> bool:
    signed_in(person).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    return not type(page).objects.filter(pk=page.pk).exists()


def reads_a_draft(person: User) -> bool:
    page = factories.experience(by=factories.user())
    return opens("material_read", page.pk)(person)


def merges(person: User) -> bool:
    duplicate, target = factories.author(), factories.author()
    url = reverse("record_merge", args=["author", duplicate.pk])
    signed_in(person).post(url, {"target": target.pk, "confirmed": "1"})
    return Author.objects.get(pk=duplicate.pk).merged_into_id == target.pk


def makes_itself_superuser(person: User) -> bool:
    url = reverse("wagtailusers_users:add")
    data = {
        "username": f"made-by-{person.pk}",
        "email": "made@example.kz",
        "first_name": "А",
        "last_name": "Б",
        "password1": "a-long-secret-1",
        "password2": "a-long-secret-1",
        "is_superuser": "on",
    }
    signed_in(person).post(url, data)
    return User.objects.filter(username=f"made-by-{person.pk}", is_superuser=True).exists()


def takes_over_a_superuser(person: User) -> bool:
    superuser = factories.user(superuser=True)
    return opens("wagtailusers_users:edit", superuser.pk)(person)


def exports(person: User) -> bool:
    factories.experience()
    response = signed_in(person).get(reverse("experiences:index"), {"export": "xlsx"})
    return "spreadsheet" in response.headers.get("Content-Type", "")


def opens_the_settings(person: User) -> bool:
    district = DistrictSettings.load()
    return opens("wagtailsettings:edit", "pages", "districtsettings", district.pk)(person)


TABLE: list[tuple[Any, set[str]]] = [
    (opens("wagtailadmin_home"), EVERYBODY),
    (opens("experiences:index"), EVERYBODY),
    (opens("addresses:index"), EVERYBODY),
    (exports, EVERYBODY),
    (reads_a_draft, EVERYBODY),
    (creates, WRITERS),
    (edits_own, WRITERS),
    (edits_others, WRITERS),
    (publishes_own, set()),
    (publishes_others, PUBLISHERS),
    (bulk_publishes, PUBLISHERS),
    (withdraws, PUBLISHERS),
    (deletes_own_draft, WRITERS),
    (deletes_others_draft, PUBLISHERS),
    (deletes_published, PUBLISHERS),
    (opens("wagtailimages:add_multiple"), WRITERS),
    (opens("wagtaildocs:add_multiple"), WRITERS),
    (opens("wagtailsnippets_accounts_author:list"), EVERYBODY),
    (opens("wagtailsnippets_accounts_author:add"), WRITERS),
    (opens("wagtailsnippets_accounts_school:add"), WRITERS),
    (opens("wagtailsnippets_library_consent:add"), WRITERS),
    (opens("wagtailsnippets_experience_tag:add"), WRITERS),
    (opens("wagtailsnippets_experience_subject:list"), EVERYBODY),
    (opens("wagtailsnippets_experience_subject:add"), {ADMINISTRATOR}),
    (merges, PUBLISHERS),
    (opens("wagtailadmin_reports:site_history"), EVERYBODY),
    (opens("search_report"), EVERYBODY),
    (opens("wagtailsearchpromotions:index"), PUBLISHERS),
    (opens("wagtailsearchpromotions:add"), PUBLISHERS),
    (opens("missed_report"), EVERYBODY),
    (opens("wagtailsnippets_search_synonymgroup:list"), EVERYBODY),
    (opens("wagtailsnippets_search_synonymgroup:add"), PUBLISHERS),
    (opens("wagtailsnippets_search_protectedword:add"), PUBLISHERS),
    (opens("wagtailsnippets_search_commissionedtopic:list"), EVERYBODY),
    (opens("wagtailsnippets_search_commissionedtopic:add"), WRITERS),
    (opens("wagtailadmin_reports:workflow"), WRITERS),
    (opens("wagtailusers_users:index"), {ADMINISTRATOR}),
    (opens("wagtailusers_users:add"), {ADMINISTRATOR}),
    (opens("wagtailusers_groups:index"), {ADMINISTRATOR}),
    (opens_the_settings, {ADMINISTRATOR}),
    (opens("wagtailsites:index"), {ADMINISTRATOR}),
    (opens("wagtailadmin_workflows:index"), {ADMINISTRATOR}),
    (opens("wagtailredirects:index"), {ADMINISTRATOR}),
    (opens("wagtailadmin_collections:index"), {ADMINISTRATOR}),
    (makes_itself_superuser, set()),
    (takes_over_a_superuser, set()),
]


def _name(action: Any) -> str:
    cells = getattr(action, "__closure__", None) or ()
    words = [str(cell.cell_contents) for cell in cells if isinstance(cell.cell_contents, str)]
    return action.__name__ if action.__name__ != "attempt" else f"opens {words[0]}"


@pytest.mark.parametrize(("action", "allowed"), TABLE, ids=[_name(row[0]) for row in TABLE])
def test_who_may_do_what(action, allowed):
    set_up_roles()
    done = {role for role in ROLES if action(factories.user(role))}
    assert done == allowed


def test_without_a_role_nobody_gets_in():
    assert not opens("wagtailadmin_home")(factories.user())


def test_the_roles_may_be_set_up_again_and_nobody_is_removed():
    person = factories.user(PUBLISHER)
    group = Group.objects.get(name=PUBLISHER)
    group.permissions.clear()
    GroupPagePermission.objects.filter(group=group).delete()
    call_command("set_up_roles", stdout=StringIO())
    assert list(person.groups.all()) == [group]
    assert group.permissions.filter(codename="access_admin").exists()
    assert GroupPagePermission.objects.filter(group=group).count() == 5
    assert SecondLookTask.objects.count() == 1
    assert Workflow.objects.filter(active=True).count() == 1


def test_the_groups_of_wagtail_go_unless_somebody_is_in_them():
    person = factories.user()
    person.groups.add(Group.objects.get_or_create(name="Editors")[0])
    set_up_roles()
    assert Group.objects.filter(name="Editors").exists()
    assert not Group.objects.filter(name="Moderators").exists()
