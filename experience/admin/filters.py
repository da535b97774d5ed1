"""Filters of the lists of materials."""

from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Revision, WorkflowState, get_default_page_content_type

from accounts.models import User
from experience.admin import rows
from experience.models import Area, GeneralisationLevel, Grade, KnowledgePage, Subject


def awaiting_ids() -> QuerySet:
    """Return the keys of pages whose workflow is under way."""
    return WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type=get_default_page_content_type(),
    ).values_list("object_id", flat=True)


def _scheduled_ids() -> QuerySet:
    return Revision.page_revisions.exclude(approved_go_live_at=None).values_list(
        "object_id", flat=True
    )


def in_state(pages: QuerySet, state: str) -> QuerySet:
    """Return the pages of a state of `rows.STATES`."""
    awaiting = Q(pk__in=[int(pk) for pk in awaiting_ids()])
    scheduled = Q(pk__in=[int(pk) for pk in _scheduled_ids()])
    begun = Q(first_published_at=None)
    conditions = {
        rows.AWAITING: awaiting,
        rows.LIVE: ~awaiting & Q(live=True, has_unpublished_changes=False),
        rows.CHANGED: ~awaiting & Q(live=True, has_unpublished_changes=True),
        rows.SCHEDULED: ~awaiting & scheduled & Q(live=False),
        rows.DRAFT: ~awaiting & ~scheduled & Q(live=False) & begun,
        rows.WITHDRAWN: ~awaiting & ~scheduled & Q(live=False) & ~begun,
    }
    return pages.filter(conditions[state])


class TermsFilter(django_filters.ModelMultipleChoiceFilter):
    """Any of the chosen terms of a many-to-many field; a page is never found twice."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=CheckboxSelectMultiple, **options)

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        if not value:
            return qs
        found = KnowledgePage.objects.filter(**{f"{self.field_name}__in": value})
        return qs.filter(pk__in=found.values("pk"))


class MaterialFilterSet(WagtailFilterSet):
    """Language, subject or area, grade, level of generalisation, responsible, state, overdue."""

    language = django_filters.ChoiceFilter(
        label=_("Language"),
        choices=KnowledgePage.Language.choices,
        widget=RadioSelect,
        empty_label=_("any"),
    )
    subjects = TermsFilter(label=_("Subject"), queryset=Subject.objects.filter(merged_into=None))
    areas = TermsFilter(label=_("Area without a subject"), queryset=Area.objects.all())
    grades = TermsFilter(label=_("Grade"), queryset=Grade.objects.all())
    generalisation_level = django_filters.ModelMultipleChoiceFilter(
        label=_("Level of generalisation"),
        queryset=GeneralisationLevel.objects.all(),
        widget=CheckboxSelectMultiple,
    )
    responsible = django_filters.ModelMultipleChoiceFilter(
        label=_("Responsible methodist"),
        queryset=lambda request: responsible_people(),
        widget=CheckboxSelectMultiple,
    )
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=list(rows.STATES.items()),
        method="filter_state",
        widget=RadioSelect,
        empty_label=_("any"),
    )
    overdue = django_filters.ChoiceFilter(
        label=_("Next check"),
        choices=[("1", _("overdue"))],
        method="filter_overdue",
        widget=RadioSelect,
        empty_label=_("any"),
    )

    class Meta:
        model = KnowledgePage
        fields: list[str] = []

    def filter_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return in_state(queryset, value)

    def filter_overdue(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(live=True, review_by__lt=timezone.localdate())


def responsible_people() -> QuerySet[User]:
    """Return the users who answer for any material."""
    return get_user_model().objects.filter(materials__isnull=False).distinct()
