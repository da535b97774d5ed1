"""«Создать перевод» in the editor's menu of a material."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem

from experience.models import KnowledgePage
from experience.translation import create_translation, existing_translation, other_language


class TranslateMenuItem(ActionMenuItem):
    """The entry of the menu: to make a translation, or to open the one that exists."""

    name = "action-translate"
    label = gettext_lazy("Create a translation")
    icon_name = "site"
    order = 25

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        return (
            context["view"] == "edit"
            and isinstance(page, KnowledgePage)
            and page.get_parent().permissions_for_user(context["request"].user).can_add_subpage()
        )

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("material_translate", args=[parent_context["page"].pk])


@hooks.register("register_page_action_menu_item")
def translate_menu_item() -> TranslateMenuItem:
    """Offer the translation in the menu of the editor."""
    return TranslateMenuItem()


@require_http_methods(["GET", "POST"])
def translate_material(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say what the translation will hold; on POST make its draft and open the editor."""
    page = get_object_or_404(KnowledgePage, pk=page_id).specific
    if not page.get_parent().permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    if existing := existing_translation(page):
        messages.warning(request, _("There is a translation of this material already: here it is."))
        return redirect("wagtailadmin_pages:edit", existing.pk)
    if request.method == "POST":
        draft = create_translation(page, request.user)
        messages.success(
            request,
            _(
                "The draft of the translation is here. Write the texts over; numbers and steps stay."
            ),
        )
        return redirect("wagtailadmin_pages:edit", draft.pk)
    return TemplateResponse(
        request,
        "experience/admin/translate.html",
        {
            "page_title": _("Create a translation"),
            "page_subtitle": page.get_admin_display_title(),
            "header_icon": "site",
            "page": page,
            "language": KnowledgePage.Language(other_language(page)).label,
        },
    )
