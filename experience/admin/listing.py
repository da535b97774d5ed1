"""Lists of materials, one a type, with what a methodist looks for and a spreadsheet of the same rows."""

from collections import OrderedDict
from typing import Any

from django.db.models import QuerySet, TextField
from django.http import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from experience.admin.addresses import AddressViewSet
from experience.admin.filters import MaterialFilterSet
from experience.admin.numbers import NUMBER
from experience.admin.rows import attach_rows
from experience.models import ExperiencePage, GuidePage, KnowledgePage, TechnologyPage
from records.admin import CountingPaginator


class ReviewColumn(DateColumn):
    """The date of the next check; one that has passed is marked."""

    cell_template_name = "experience/admin/review_cell.html"


class MaterialIndexView(IndexView):
    """The list of one type: columns, filters, search by number or words, XLSX and CSV."""

    paginator_class = CountingPaginator
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        Column("number", label=_("Number"), sort_key="address_id", width="5%"),
        PageTitleColumn(
            "title", label=_("Title"), sort_key="title", classname="title", width="30%"
        ),
        Column("subjects", label=_("Subject"), accessor="row.subjects"),
        Column("grades", label=_("Grades"), accessor="row.grades", width="6%"),
        Column("language", label=_("Language"), accessor="row.language", sort_key="language"),
        Column("authors", label=_("Author"), accessor="row.authors"),
        Column("state", label=_("State"), accessor="row.state"),
        Column("responsible", label=_("Responsible"), accessor="row.responsible"),
        ReviewColumn("review_by", label=_("Next check"), sort_key="review_by"),
    ]
    base_filterset_class = MaterialFilterSet
    table_classname = "listing full-width cms-materials"
    list_export = [
        "number",
        "title",
        "row.subjects",
        "row.grades",
        "get_language_display",
        "row.authors",
        "row.state",
        "row.responsible",
        "review_by",
        "last_published_at",
        "full_url",
    ]
    export_headings = {
        "number": _("Number"),
        "title": _("Title"),
        "row.subjects": _("Subject"),
        "row.grades": _("Grades"),
        "get_language_display": _("Language"),
        "row.authors": _("Author"),
        "row.state": _("State"),
        "row.responsible": _("Responsible"),
        "review_by": _("Next check"),
        "last_published_at": _("Published"),
        "full_url": _("Address"),
    }

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return self.base_columns

    @cached_property
    def show_export_buttons(self) -> bool:
        return True

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Prepare what the columns need; the long texts stay in the database."""
        texts = [
            field.name
            for field in self.model._meta.concrete_fields
            if isinstance(field, TextField) and issubclass(field.model, KnowledgePage)
        ]
        return (
            pages.defer(*texts)
            .select_related("responsible")
            .prefetch_related("content_type", "sites_rooted_here")
            .prefetch_workflow_states()
            .annotate_site_root_state()
            .annotate_approved_schedule()
        )

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """A number finds its material; words are looked for in titles."""
        if self.is_searching and (number := NUMBER.fullmatch(self.search_query)):
            return queryset.filter(address_id=int(number[1]))
        return super().search_queryset(queryset)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        attach_rows(list(context["object_list"]))
        return context

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponseBase:
        pages = MaterialRows(queryset, self.model)
        attach_rows(pages)
        return super().as_spreadsheet(pages, spreadsheet_format)

    def to_row_dict(self, item: KnowledgePage) -> OrderedDict[str, Any]:
        row = super().to_row_dict(item)
        row["full_url"] = row["full_url"] if item.live else ""
        return row


class MaterialRows(list):
    """Pages of a spreadsheet with the model that Wagtail asks for headings."""

    def __init__(self, pages: Any, model: type[Page]) -> None:
        super().__init__(pages)
        self.model = model


class SectionChoice(ChooseParentView):
    """A new material goes into the section of its type; there is nothing to choose."""

    def get_valid_parent_pages(self, user):
        parents = super().get_valid_parent_pages(user)
        return parents.filter(
            pk__in=[page.pk for page in parents.specific() if self.model.can_create_at(page)]
        )


class MaterialViewSet(PageListingViewSet):
    """The list of a type in the menu."""

    index_view_class = MaterialIndexView
    choose_parent_view_class = SectionChoice
    filterset_class = MaterialFilterSet
    list_per_page = 30


class ExperienceViewSet(MaterialViewSet):
    model = ExperiencePage
    icon = "form"
    menu_label = _("Experience write-ups")


class GuideViewSet(MaterialViewSet):
    model = GuidePage
    icon = "doc-full"
    menu_label = _("Guides")


class TechnologyViewSet(MaterialViewSet):
    model = TechnologyPage
    icon = "cogs"
    menu_label = _("Technologies")


class MaterialsGroup(ViewSetGroup):
    """The menu of the bank."""

    menu_label = _("Materials")
    menu_icon = "folder-open-inverse"
    menu_order = 110
    items = (
        ExperienceViewSet("experiences"),
        GuideViewSet("guides"),
        TechnologyViewSet("technologies"),
        AddressViewSet("addresses"),
    )


@hooks.register("register_admin_viewset")
def materials_group() -> MaterialsGroup:
    """Put the lists of materials into the menu."""
    return MaterialsGroup()
