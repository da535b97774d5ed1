"""Lists and choosers of records in the CMS: searched by folded names, without what was merged away."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .lookup import find_by_words
from .merging import Mergeable


def current(records: QuerySet) -> QuerySet:
    """Return the records that were not merged into another."""
    return records.filter(merged_into=None) if issubclass(records.model, Mergeable) else records


class CountingPaginator(WagtailPaginator):
    """Wagtail's own, with a count whose words suit every number: Russian has three plurals."""

    @cached_property
    def items_count_label(self) -> str:
        return str(_("%(count)d in all") % {"count": self.count})


class RecordIndexView(IndexView):
    """A list whose search does not mind case or missing Kazakh letters.

    The first column is the name, in the order of the Kazakh alphabet.
    """

    is_searchable = True
    paginator_class = CountingPaginator
    # Without the name of the model, which in Russian would have to be inflected.
    add_item_label = _("Add")
    name_label: Any = ""

    def _get_title_column(self, *args: Any, **kwargs: Any) -> Column:
        column = super()._get_title_column(*args, **kwargs)
        column.label = self.name_label
        names = {field.name for field in self.model._meta.get_fields()}
        column.sort_key = next(
            (name for name in ("sort_ru", "name", "title") if name in names), column.sort_key
        )
        return column

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        return find_by_words(queryset, self.model.lookup_fields, self.search_query)


class WordsFilterForm(BaseFilterForm):
    """The search field of a chooser."""

    q = forms.CharField(
        label=_("Search"),
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
        required=False,
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        objects = super().filter(objects)
        if words := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, words
            objects = find_by_words(objects, objects.model.lookup_fields, words)
        return objects


class RecordsMixin:
    """What a chooser of records offers."""

    filter_form_class = WordsFilterForm

    def get_object_list(self) -> QuerySet:
        return current(super().get_object_list())


class RecordChooseView(RecordsMixin, ChooseView):
    """The window of the chooser."""


class RecordChooseResultsView(RecordsMixin, ChooseResultsView):
    """Its results."""


class RecordChooserViewSet(SnippetChooserViewSet):
    """A chooser with the search of the lists."""

    choose_view_class = RecordChooseView
    choose_results_view_class = RecordChooseResultsView


class RecordViewSet(SnippetViewSet):
    """Base of the lists of records."""

    index_view_class = RecordIndexView
    chooser_viewset_class = RecordChooserViewSet
    inspect_view_enabled = True
    list_per_page = 50
    list_export: list[str] = []
    export_headings: dict[str, Any] = {}
    name_label: Any = pgettext_lazy("thing", "Name")
    # What uses a record, counted by a query expression; shown as the last column of list and export.
    usage: Any = None
    usage_label: Any = _("Materials")

    @property
    def ordering(self) -> Any:
        """The order of the list until a column is chosen: that of the records themselves."""
        return self.model._meta.ordering

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        view = super().get_index_view_kwargs(**kwargs, name_label=self.name_label)
        if self.usage is None:
            return view
        column = Column("usage", label=self.usage_label, sort_key="usage")
        view["list_display"] = [*self.list_display, column]
        if self.list_export:
            view["list_export"] = [*self.list_export, "usage"]
            view["export_headings"] = {**self.export_headings, "usage": self.usage_label}
        return view

    def get_queryset(self, request: Any) -> QuerySet:
        records = current(self.model._default_manager.all())
        return records.annotate(usage=self.usage) if self.usage is not None else records
