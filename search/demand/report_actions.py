"""What a methodist can do about a question of the report: a synonym, or a topic to be commissioned."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, TitleColumn
from wagtail.admin.widgets.button import BaseButton, Button, ButtonWithDropdown

from search.demand.commissions import CommissionedTopic
from search.question_forms import form_address


def with_commissions(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, each with its topic as `commission`, None without; one query."""
    listed = list(rows)
    topics = CommissionedTopic.objects.filter(key__in={row["key"] for row in listed})
    # The newest stands for a question that was commissioned more than once.
    newest = {(topic.key, topic.language): topic for topic in topics.order_by("pk")}
    return [{**row, "commission": newest.get((row["key"], row["language"]))} for row in listed]


class CommissionColumn(Column):
    """The state of the topic, leading to it; empty where there is none."""

    cell_template_name = "search/admin/commission_cell.html"

    def get_cell_context_data(
        self, instance: dict[str, Any], parent_context: Any
    ) -> dict[str, Any]:
        """With `url`, the page of the topic, which everybody may open who reads the report."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        inspect = "wagtailsnippets_search_commissionedtopic:inspect"
        topic = instance["commission"]
        return {**context, "url": reverse(inspect, args=[topic.pk]) if topic else ""}


class QuestionColumn(ButtonsColumnMixin, TitleColumn):
    """The question with the forms that begin with it, as far as the reader of the report may use them."""

    def get_buttons(self, instance: dict[str, Any], parent_context: Any) -> list[BaseButton]:
        """The menu of a row, none where nothing may be done; a topic is commissioned once."""
        user = parent_context["request"].user
        asked = (instance["question"], instance["language"])
        buttons: list[BaseButton] = []
        if user.has_perm("search.add_synonymgroup"):
            url = form_address("wagtailsnippets_search_synonymgroup:add", *asked)
            buttons.append(Button(_("Make a synonym"), url, icon_name="resubmit", priority=10))
        if user.has_perm("search.add_commissionedtopic") and not instance["commission"]:
            url = form_address("wagtailsnippets_search_commissionedtopic:add", *asked)
            buttons.append(
                Button(_("Commission the topic"), url, icon_name="clipboard-list", priority=20)
            )
        if not buttons:
            return []
        label = _("What can be done about “%(question)s”") % {"question": instance["question"]}
        return [
            ButtonWithDropdown(
                buttons=buttons, icon_name="dots-horizontal", attrs={"aria-label": label}
            )
        ]
