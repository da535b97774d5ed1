"""The permanent addresses, to look at only: they change with their materials."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.forms import RadioSelect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from experience.models import PermanentAddress
from records.admin import CountingPaginator
from records.lookup import find_by_words

from .numbers import NUMBER


class AddressFilterSet(WagtailFilterSet):
    """Filter by state."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=PermanentAddress.State.choices,
        widget=RadioSelect,
        empty_label=_("any"),
    )

    class Meta:
        model = PermanentAddress
        fields: list[str] = []


class AddressIndexView(IndexView):
    """The list: number, state, title, when and why withdrawn, what replaces it."""

    paginator_class = CountingPaginator
    model = PermanentAddress
    permission_policy = ModelPermissionPolicy(PermanentAddress)
    any_permission_required = ["view"]
    page_title = _("Permanent addresses")
    header_icon = "link"
    default_ordering = "-number"
    paginate_by = 50
    filterset_class = AddressFilterSet
    is_searchable = True
    columns = [
        Column("display_number", label=_("Number"), sort_key="number"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("title", label=_("Last title")),
        DateColumn("allocated_at", label=_("Given"), sort_key="allocated_at"),
        DateColumn("withdrawn_on", label=_("Withdrawn"), sort_key="withdrawn_on"),
        Column("reason_ru", label=_("Reason")),
        Column("successor", label=_("What replaces it")),
    ]
    list_export = [
        "display_number",
        "get_state_display",
        "title",
        "allocated_at",
        "withdrawn_on",
        "reason_kk",
        "reason_ru",
        "successor",
    ]
    export_headings = {"display_number": _("Number"), "get_state_display": _("State")}
    export_filename = "addresses"

    def get_base_queryset(self) -> QuerySet:
        return PermanentAddress.objects.select_related("successor")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        if number := NUMBER.fullmatch(self.search_query):
            return queryset.filter(number=int(number[1]))
        return find_by_words(queryset, ["title"], self.search_query)


class AddressViewSet(ViewSet):
    """The list in the menu of materials."""

    icon = "link"
    menu_label = _("Permanent addresses")

    def get_urlpatterns(self) -> list[URLPattern]:
        names = {
            "index_url_name": self.get_url_name("index"),
            "index_results_url_name": self.get_url_name("index_results"),
        }
        return [
            path("", AddressIndexView.as_view(**names), name="index"),
            path(
                "results/",
                AddressIndexView.as_view(**names, results_only=True),
                name="index_results",
            ),
        ]

    @property
    def menu_item_class(self) -> type[MenuItem]:
        """The entry of the menu, for those who may look."""
        policy = AddressIndexView.permission_policy

        def is_shown(_self: MenuItem, request: Any) -> bool:
            return policy.user_has_permission(request.user, "view")

        return type("AddressMenuItem", (MenuItem,), {"is_shown": is_shown})
