"""Reports of the CMS: what was searched, what found nothing, what readers said they missed."""

from datetime import timedelta
from typing import Any

import django_filters
from django.db.models import Count, F, Max, QuerySet, Sum
from django.forms import RadioSelect
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn, Table
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from bilingual.folding import fold
from records.admin import CountingPaginator
from search.demand.records import LANGUAGES, AskedQuestion, MissedTopic
from search.demand.report_actions import CommissionColumn, QuestionColumn, with_commissions

PERIODS = [("7", _("7 days")), ("30", _("30 days")), ("90", _("90 days"))]


class LanguageColumn(Column):
    """The language of the interface in words."""

    def get_value(self, instance: Any) -> Any:
        """The wording of the stored code."""
        return dict(LANGUAGES)[super().get_value(instance)]


class DayColumn(Column):
    """A day in figures: Wagtail's column would count hours since its midnight."""

    def get_value(self, instance: Any) -> Any:
        """The short form of the language of the CMS."""
        return date_format(super().get_value(instance), "SHORT_DATE_FORMAT")


class DemandFilterSet(WagtailFilterSet):
    """By language of the interface and by how long ago."""

    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=LANGUAGES, widget=RadioSelect, empty_label=_("any")
    )
    period = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=PERIODS,
        widget=RadioSelect,
        empty_label=_("any"),
        method="since",
    )

    class Meta:
        model = MissedTopic
        fields: list[str] = []

    def since(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Rows of the last so many days."""
        return queryset.filter(day__gt=timezone.localdate() - timedelta(days=int(value)))


class QuestionFilterSet(DemandFilterSet):
    """And by whether anything was found."""

    found = django_filters.ChoiceFilter(
        label=_("Result"),
        choices=[("none", _("nothing found")), ("some", _("found"))],
        widget=RadioSelect,
        empty_label=_("any"),
        method="by_result",
    )

    def by_result(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Days on which a question found nothing, or something."""
        if value == "none":
            return queryset.filter(unfound__gt=0)
        return queryset.filter(asked__gt=F("unfound"))


class DemandReport(ReportView):
    """What both reports share: who may look, how it is filtered."""

    any_permission_required = ["view"]
    is_searchable = True
    paginator_class = CountingPaginator
    table_classname = "listing cms-questions"
    export_headings = {"language": _("Language of the interface")}

    @property
    def permission_policy(self) -> ModelPermissionPolicy:
        """Whoever may view the rows may read the report."""
        return ModelPermissionPolicy(self.model)


class QuestionReport(DemandReport):
    """Questions with how often, on how many days and how often in vain they were asked."""

    model = AskedQuestion
    page_title = _("What was searched")
    header_icon = "search"
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    filterset_class = QuestionFilterSet
    default_ordering = "-times"
    columns = [
        QuestionColumn("question", label=_("Question"), sort_key="key", width="30%"),
        LanguageColumn("language", label=_("Language of the interface")),
        NumberColumn("times", label=_("Times asked"), sort_key="times"),
        NumberColumn("days", label=_("On so many days"), sort_key="days"),
        NumberColumn("in_vain", label=_("Nothing found"), sort_key="in_vain"),
        DayColumn("last", label=_("Last asked"), sort_key="last"),
        CommissionColumn("commission", label=_("Commissioned")),
    ]
    list_export = ["question", "language", "times", "days", "in_vain", "last"]
    export_headings = {
        **DemandReport.export_headings,
        "question": _("Question"),
        "times": _("Times asked"),
        "days": _("On so many days"),
        "in_vain": _("Nothing found"),
        "last": _("Last asked"),
    }
    export_filename = "questions"

    def get_queryset(self) -> QuerySet:
        """The rows of the days that pass the filters, summed up by question and language."""
        rows = self.filter_queryset(AskedQuestion.objects.order_by())
        if self.is_searching:
            rows = rows.filter(key__contains=fold(self.search_query))
        summed = rows.values("key", "language").annotate(
            question=Max("text"),
            times=Sum("asked"),
            days=Count("day", distinct=True),
            in_vain=Sum("unfound"),
            last=Max("day"),
        )
        return self.order_queryset(summed)

    def get_filtered_queryset(self) -> QuerySet:
        """The same: filters are applied before summing up."""
        return self.get_queryset()

    def get_table(self, object_list: Any) -> Table:
        """The rows of the page with what was commissioned because of them."""
        return super().get_table(with_commissions(object_list))


class MissedReport(DemandReport):
    """What readers wrote under «Чего не хватило?»."""

    model = MissedTopic
    page_title = _("What readers missed")
    header_icon = "help"
    index_url_name = "missed_report"
    index_results_url_name = "missed_report_results"
    filterset_class = DemandFilterSet
    default_ordering = "-day"
    search_fields = ["text", "question"]
    columns = [
        Column("text", label=_("What was missing")),
        Column("question", label=_("Question")),
        LanguageColumn("language", label=_("Language of the interface")),
        DayColumn("day", label=_("Day"), sort_key="day"),
    ]
    list_export = ["text", "question", "language", "day"]
    export_headings = {
        **DemandReport.export_headings,
        "text": _("What was missing"),
        "question": _("Question"),
        "day": _("Day"),
    }
    export_filename = "missed-topics"


class DemandMenuItem(MenuItem):
    """An entry of the menu of reports, for those who may read the report."""

    def __init__(self, view: type[DemandReport], order: int) -> None:
        super().__init__(
            view.page_title,
            reverse(view.index_url_name),
            name=view.index_url_name,
            icon_name=view.header_icon,
            order=order,
        )
        self.policy = ModelPermissionPolicy(view.model)

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the reader of the menu may view the rows."""
        return self.policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """The reports with their lists alone."""
    return [
        path("reports/questions/", QuestionReport.as_view(), name="search_report"),
        path(
            "reports/questions/results/",
            QuestionReport.as_view(results_only=True),
            name="search_report_results",
        ),
        path("reports/missed/", MissedReport.as_view(), name="missed_report"),
        path(
            "reports/missed/results/",
            MissedReport.as_view(results_only=True),
            name="missed_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def questions_entry() -> MenuItem:
    """«Что искали»."""
    return DemandMenuItem(QuestionReport, 500)


@hooks.register("register_reports_menu_item")
def missed_entry() -> MenuItem:
    """«Чего не хватило»."""
    return DemandMenuItem(MissedReport, 510)
