"""Commissioned topics in the CMS: their list beside the reports, and mine on the first page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from records.admin import RecordViewSet
from search.demand.commissions import CommissionedTopic
from search.question_forms import QuestionCreateView

MOST_IN_PANEL = 8


class CommissionView(QuestionCreateView):
    """The form of a new topic; whoever opens it is responsible until another is named."""

    def begun(self, question: str, language: str) -> CommissionedTopic:
        """A topic with the question."""
        return CommissionedTopic(
            question=question, language=language, responsible=self.request.user
        )


class CommissionedTopicViewSet(RecordViewSet):
    """Topics in work and done."""

    model = CommissionedTopic
    icon = "clipboard-list"
    menu_label = _("Commissioned topics")
    menu_name = "commissioned-topics"
    menu_order = 520
    menu_hook = "register_reports_menu_item"
    add_view_class = CommissionView
    name_label = _("Topic")
    list_display = [
        "question",
        Column("get_language_display", label=_("Language of the interface")),
        Column("responsible", label=_("Responsible"), sort_key="responsible__last_name"),
        Column("get_state_display", label=_("State"), sort_key="state"),
        Column("material", label=_("Material")),
        Column("commissioned_on", label=_("Commissioned on"), sort_key="commissioned_on"),
    ]
    list_filter = ["state", "language", "responsible"]
    list_export = [
        "question",
        "get_language_display",
        "responsible",
        "get_state_display",
        "material",
        "note",
        "commissioned_on",
    ]
    export_headings = {
        "get_language_display": _("Language of the interface"),
        "get_state_display": _("State"),
    }
    edit_handler = ObjectList(
        [
            FieldPanel("question"),
            FieldRowPanel([FieldPanel("language"), FieldPanel("responsible")]),
            FieldPanel("note"),
            FieldPanel("state"),
            PageChooserPanel("material", "experience.KnowledgePage"),
        ]
    )


register_snippet(CommissionedTopicViewSet)


class MyTopicsPanel(Component):
    """The topics in work that somebody is responsible for."""

    template_name = "search/admin/my_topics_panel.html"
    name = "my-topics"
    order = 125

    def __init__(self, topics: list[CommissionedTopic]) -> None:
        self.topics = topics

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The first topics with the addresses of their forms, and where all of them are."""
        edit = "wagtailsnippets_search_commissionedtopic:edit"
        return {
            "name": self.name,
            "rows": [(topic, reverse(edit, args=[topic.pk])) for topic in self.topics],
            "list_url": reverse("wagtailsnippets_search_commissionedtopic:list"),
        }


# After the panels of the bank have taken the place of Wagtail's.
@hooks.register("construct_homepage_panels", order=1100)
def my_topics(request: HttpRequest, panels: list[Component]) -> None:
    """Show the topics in work of whoever has any and may change them."""
    if request.user.has_perm("search.change_commissionedtopic"):
        mine = CommissionedTopic.objects.filter(
            responsible=request.user, state=CommissionedTopic.State.OPEN
        )
        if topics := list(mine[:MOST_IN_PANEL]):
            panels.append(MyTopicsPanel(topics))
