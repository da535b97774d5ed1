"""People and schools in the CMS."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from accounts.models import Author, School, User
from bilingual.panels import pair
from records.admin import RecordViewSet


class AuthorViewSet(RecordViewSet):
    """Teachers and creative groups."""

    model = Author
    icon = "user"
    name_label = pgettext_lazy("person", "Name")
    usage = Count("authorships__page", distinct=True)
    list_display = [
        "__str__",
        Column("school", label=_("School"), sort_key="school__sort_ru"),
        Column("category", label=_("Category"), sort_key="category__order"),
    ]
    list_filter = ["kind", "school", "category"]
    list_export = ["full_name", "school", "category", "post_kk", "post_ru"]
    export_headings = {"full_name": pgettext_lazy("person", "Name")}
    edit_handler = ObjectList(
        [
            FieldPanel("kind", widget=forms.RadioSelect),
            MultiFieldPanel(
                [pair("surname"), pair("given_name"), pair("patronymic")],
                heading=_("Name of a person"),
            ),
            MultiFieldPanel([pair("group_name")], heading=_("Name of a group")),
            MultiFieldPanel(
                [
                    pair("post"),
                    FieldPanel("category", widget=forms.Select),
                    FieldPanel("school"),
                ],
                heading=_("Post, category, school"),
            ),
            FieldPanel("slug"),
        ]
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("school", "category")


class SchoolViewSet(RecordViewSet):
    """Schools and kindergartens."""

    model = School
    icon = "home"
    usage = Count("authorships__page", distinct=True)
    list_display = [
        "__str__",
        Column("village", label=_("Village"), sort_key="village_ru"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        BooleanColumn("is_small", label=_("Small school"), sort_key="is_small"),
    ]
    list_filter = ["kind", "is_small", "languages"]
    list_export = ["name_kk", "name_ru", "village_kk", "village_ru", "get_kind_display"]
    export_headings = {"get_kind_display": _("Kind")}
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [pair("name"), pair("village")], heading=pgettext_lazy("thing", "Name")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("kind"),
                    FieldPanel("is_small"),
                    FieldPanel("languages"),
                    FieldPanel("pupils"),
                    FieldPanel("website"),
                ],
                heading=_("Particulars"),
            ),
            FieldPanel("slug"),
        ]
    )


class PeopleGroup(SnippetViewSetGroup):
    """The menu of people and schools."""

    menu_label = _("People and schools")
    menu_icon = "group"
    menu_order = 120
    items = (AuthorViewSet, SchoolViewSet)


register_snippet(PeopleGroup)


@hooks.register("before_bulk_action")
def guard_superusers(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """An administrator neither deactivates superusers nor gives them roles, one by one or in bulk."""
    if request.user.is_superuser:
        return
    if any(isinstance(person, User) and person.is_superuser for person in objects):
        raise PermissionDenied
