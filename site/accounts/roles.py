"""Roles of the cabinet as groups: what each may do in the CMS, in one table."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal
from django.urls import get_resolver
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

METHODIST = "methodist"
PUBLISHER = "methodist-publisher"
HEAD = "head"
ADMINISTRATOR = "administrator"

# What the CMS calls a role; the names of the groups themselves are fixed.
LABELS = {
    METHODIST: _("Methodist: writes and edits"),
    PUBLISHER: _("Methodist-publisher: publishes what others wrote"),
    HEAD: _("Head: reads everything, reports"),
    ADMINISTRATOR: _("Administrator: people, settings, vocabularies"),
}

# Groups that Wagtail's own migrations make; they go unless somebody is in them.
STOCK_GROUPS = ("Editors", "Moderators")

# Sent within the transaction, with `groups`, when the roles stand; other apps hang theirs on them.
roles_set_up = Signal()

VOCABULARIES = (
    "experience.educationlevel",
    "experience.grade",
    "experience.subject",
    "experience.area",
    "experience.formofwork",
    "experience.audience",
    "experience.guidekind",
    "experience.noveltylevel",
    "experience.generalisationlevel",
    "accounts.qualificationcategory",
)
RECORDS = (
    "accounts.author",
    "accounts.school",
    "experience.tag",
    "library.consent",
    "search.commissionedtopic",
)
# What changes the answers to everybody's questions.
WORDS = ("search.protectedword", "search.synonymgroup")
# Rights on pictures and documents go by Wagtail's own models, whichever ones stand in their place.
MEDIA = ("wagtailimages.image", "wagtaildocs.document")
COLLECTIONS = ("wagtailcore.collection",)
READ_ONLY = (
    "experience.knowledgepage",
    "experience.permanentaddress",
    "search.askedquestion",
    "search.missedtopic",
)
PICKS = ("wagtailsearchpromotions.searchpromotion",)


@dataclass(frozen=True)
class Role:
    """Rights of one group.

    `models` maps "app.model" to actions; `pages` are rights on the whole tree; `media` are rights
    on the root collection, by "app.model" too. `everything` adds all rights that the CMS knows.
    """

    pages: tuple[str, ...] = ()
    media: tuple[tuple[str, tuple[str, ...]], ...] = ()
    models: tuple[tuple[str, tuple[str, ...]], ...] = ()
    everything: bool = False


def _each(names: tuple[str, ...], *actions: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, actions) for name in names)


_READING = _each((*VOCABULARIES, *RECORDS, *WORDS, *READ_ONLY), "view")

ROLES = {
    METHODIST: Role(
        pages=("add", "change"),
        media=_each(MEDIA, "add", "change", "choose"),
        models=(*_READING, *_each(RECORDS, "add", "change")),
    ),
    PUBLISHER: Role(
        pages=("add", "change", "publish", "lock", "unlock"),
        media=_each(MEDIA, "add", "change", "delete", "choose"),
        models=(*_READING, *_each((*RECORDS, *WORDS, *PICKS), "add", "change", "delete")),
    ),
    # "unlock" is the one right on pages that opens the tree and its history without letting edit.
    HEAD: Role(pages=("unlock",), media=_each(MEDIA, "choose"), models=_READING),
    ADMINISTRATOR: Role(
        pages=("add", "change", "publish", "lock", "unlock", "bulk_delete"),
        media=(
            *_each(MEDIA, "add", "change", "delete", "choose"),
            *_each(COLLECTIONS, "add", "change", "delete"),
        ),
        models=_READING,
        everything=True,
    ),
}


@transaction.atomic
def set_up_roles() -> dict[str, Group]:
    """Create the groups where they are missing and set their rights by the table.

    May be repeated: people stay in their groups, rights that were changed by hand are set back.
    """
    groups = {}
    for name, role in ROLES.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(role))
        _set_page_permissions(group, role)
        _set_media_permissions(group, role)
        groups[name] = group
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()
    roles_set_up.send(sender=None, groups=groups)
    return groups


def _permissions(role: Role) -> list[Permission]:
    access = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    permissions = set(Permission.objects.filter(access | _of_models(role.models)))
    if role.everything:
        # Viewsets register their rights when the addresses are read; the first caller may come before.
        _ = get_resolver().url_patterns
        for registered in hooks.get_hooks("register_permissions"):
            permissions.update(registered())
    return list(permissions)


def _of_models(rights: tuple[tuple[str, tuple[str, ...]], ...]) -> Q:
    """Return the condition of the permissions for "app.model" and actions."""
    wanted = Q(pk=None)
    for name, actions in rights:
        app_label, model = name.split(".")
        codenames = [f"{action}_{model}" for action in actions]
        wanted |= Q(content_type__app_label=app_label, codename__in=codenames)
    return wanted


def _set_page_permissions(group: Group, role: Role) -> None:
    root = Page.get_first_root_node()
    GroupPagePermission.objects.filter(group=group).delete()
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore",
        codename__in=[f"{action}_page" for action in role.pages],
    )
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=root, permission=permission)
        for permission in permissions
    )


def _set_media_permissions(group: Group, role: Role) -> None:
    root = Collection.get_first_root_node()
    GroupCollectionPermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=root, permission=permission)
        for permission in Permission.objects.filter(_of_models(role.media))
    )
