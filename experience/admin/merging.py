"""Merging of authors, schools, subjects and tags from their lists: choose the target, confirm, done."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.menus import MenuItem
from wagtail.log_actions import LogFormatter, log
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.widgets import AdminSnippetChooser

from accounts.models import Author, School
from experience.models import Subject, Tag
from records.admin import current
from records.merging import Mergeable, count_links, merge

MERGED = "experience.merge"
KINDS: dict[str, type[Mergeable]] = {
    model._meta.model_name: model for model in (Author, School, Subject, Tag)
}


@hooks.register("register_log_actions")
def register_log_action(actions: Any) -> None:
    """Name the entry of the history."""

    @actions.register_action(MERGED)
    class MergeFormatter(LogFormatter):
        label = gettext_lazy("Merge")

        def format_message(self, log_entry: Any) -> str:
            return _("Merged with “%(name)s”, links moved: %(moved)s") % log_entry.data

        def format_comment(self, log_entry: Any) -> str:
            return ""


@hooks.register("register_snippet_listing_buttons")
def merge_button(snippet: Any, user: Any, next_url: str | None = None) -> list[MenuItem]:
    """Offer the merging in the menu of a record."""
    if type(snippet) not in KINDS.values() or not may_merge(user, type(snippet)):
        return []
    url = reverse("record_merge", args=[snippet._meta.model_name, snippet.pk])
    return [MenuItem(_("Merge with another"), url=url, icon_name="resubmit", priority=25)]


def may_merge(user: Any, model: type[Mergeable]) -> bool:
    """Merging takes a record out of use, so it needs the right to delete."""
    return ModelPermissionPolicy(model).user_has_permission(user, "delete")


class MergeForm(forms.Form):
    """The record that stays."""

    target = forms.ModelChoiceField(Author.objects.none(), label=gettext_lazy("The one that stays"))

    def __init__(self, *args: Any, duplicate: Mergeable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model = type(duplicate)
        field = self.fields["target"]
        field.queryset = current(model._default_manager.all()).exclude(pk=duplicate.pk)
        field.widget = AdminSnippetChooser(model=model)


@require_http_methods(["GET", "POST"])
def merge_record(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Ask for the target; show what would move; on the confirmed POST merge and log."""
    if kind not in KINDS:
        raise Http404
    model = KINDS[kind]
    if not may_merge(request.user, model):
        raise PermissionDenied
    duplicate = get_object_or_404(current(model._default_manager.all()), pk=pk)
    form = MergeForm(request.POST or None, duplicate=duplicate)
    list_url = reverse(model.snippet_viewset.get_url_name("list"))
    target = form.cleaned_data["target"] if request.method == "POST" and form.is_valid() else None
    if target is not None and "confirmed" in request.POST:
        with transaction.atomic():
            moved = merge(duplicate, target)
            data = {"name": str(duplicate), "moved": moved}
            log(target, MERGED, user=request.user, data=data)
            log(duplicate, MERGED, user=request.user, data={"name": str(target), "moved": moved})
        messages.success(
            request,
            _("“%(duplicate)s” is merged into “%(target)s”; links moved: %(moved)s.")
            % {"duplicate": duplicate, "target": target, "moved": moved},
        )
        return redirect(list_url)
    return TemplateResponse(
        request,
        "experience/admin/merge.html",
        {
            "page_title": _("Merge"),
            "page_subtitle": str(duplicate),
            "header_icon": "resubmit",
            "form": form,
            "media": form.media,
            "duplicate": duplicate,
            "target": target,
            "links": count_links(duplicate) if target else None,
            "list_url": list_url,
        },
    )
