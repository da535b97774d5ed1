"""The first page of the CMS: what waits for me, and how large the bank is."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component

from experience.admin.draft import VIEW
from experience.admin.filters import awaiting_ids
from experience.models import ExperiencePage, GuidePage, KnowledgePage, TechnologyPage

ROWS = 8


class MaterialsPanel(Component):
    """A short list of materials with links; empty lists are not shown unless they say something."""

    template_name = "experience/admin/dashboard_panel.html"
    name = ""
    heading: Any = ""
    empty: Any = ""
    date_label: Any = ""
    # The field of the day beside each material, by which the list is ordered; "-" for newest first.
    order_by = ""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def materials(self) -> QuerySet[KnowledgePage]:
        """Return the materials in any order."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        materials = (
            self.materials()
            .annotate(day=F(self.order_by.lstrip("-")))
            .order_by(self.order_by)
            .select_related("responsible")
            .prefetch_workflow_states()
        )
        pages = list(materials[: ROWS + 1])
        return {
            "name": self.name,
            "heading": self.heading,
            "empty": self.empty,
            "date_label": self.date_label,
            "rows": [(page, self._url(page)) for page in pages[:ROWS]],
            "has_more": len(pages) > ROWS,
        }

    def _url(self, page: KnowledgePage) -> str:
        """Return the address of the editor, or of the text for those who do not edit."""
        may_edit = page.permissions_for_user(self.request.user).can_edit()
        return reverse("wagtailadmin_pages:edit" if may_edit else "material_read", args=[page.pk])


class MyDraftsPanel(MaterialsPanel):
    """What I began or changed last and readers do not see yet."""

    name = "my-drafts"
    order = 110
    heading = _("My drafts")
    empty = _("No drafts: everything you wrote is published.")
    date_label = _("Changed")
    order_by = "-latest_revision_created_at"

    def materials(self) -> QuerySet[KnowledgePage]:
        mine = Q(owner=self.request.user) | Q(latest_revision__user=self.request.user)
        return KnowledgePage.objects.filter(mine, has_unpublished_changes=True)


class AwaitingPanel(MaterialsPanel):
    """What was sent for publication and waits for another pair of eyes."""

    name = "awaiting"
    order = 120
    heading = _("Awaiting publication")
    empty = _("Nothing waits for you.")
    date_label = _("Sent")
    order_by = "latest_revision_created_at"

    def materials(self) -> QuerySet[KnowledgePage]:
        awaiting = KnowledgePage.objects.filter(pk__in=[int(pk) for pk in awaiting_ids()])
        return awaiting.exclude(latest_revision__user=self.request.user)


class OverduePanel(MaterialsPanel):
    """Published materials that nobody looked through in time."""

    name = "overdue"
    order = 130
    heading = _("Next check overdue")
    empty = _("No check is overdue.")
    date_label = _("Was due")
    order_by = "review_by"

    def materials(self) -> QuerySet[KnowledgePage]:
        return KnowledgePage.objects.overdue()


class PublishedPanel(MaterialsPanel):
    """What readers got last."""

    name = "published"
    order = 140
    heading = _("Last published")
    empty = _("Nothing is published yet.")
    date_label = _("Published")
    order_by = "-last_published_at"

    def materials(self) -> QuerySet[KnowledgePage]:
        return KnowledgePage.objects.live()


@hooks.register("construct_homepage_panels", order=1000)
def bank_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put our panels in the place of Wagtail's, which speak of all pages and of its own news."""
    if not request.user.has_perm(VIEW):
        return
    writes = request.user.is_superuser or request.user.has_perm("accounts.change_author")
    kinds = [AwaitingPanel, OverduePanel, PublishedPanel]
    panels[:] = [kind(request) for kind in ([MyDraftsPanel, *kinds] if writes else kinds)]


class KindSummaryItem(SummaryItem):
    """How many materials of a type are published."""

    template_name = "experience/admin/summary_item.html"
    model: type[KnowledgePage]
    list_name = ""
    icon = ""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "total": self.model.objects.live().count(),
            "label": self.model._meta.verbose_name_plural,
            "url": reverse(f"{self.list_name}:index"),
            "icon": self.icon,
        }

    def is_shown(self) -> bool:
        return self.request.user.has_perm(VIEW)


class ExperienceSummaryItem(KindSummaryItem):
    model, list_name, icon, order = ExperiencePage, "experiences", "form", 100


class GuideSummaryItem(KindSummaryItem):
    model, list_name, icon, order = GuidePage, "guides", "doc-full", 110


class TechnologySummaryItem(KindSummaryItem):
    model, list_name, icon, order = TechnologyPage, "technologies", "cogs", 120


@hooks.register("construct_homepage_summary_items", order=1000)
def bank_summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Count materials by type instead of pages."""
    items[:] = [item for item in items if not isinstance(item, PagesSummaryItem)]
    items += [
        ExperienceSummaryItem(request),
        GuideSummaryItem(request),
        TechnologySummaryItem(request),
    ]
