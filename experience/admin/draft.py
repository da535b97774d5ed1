"""Reading of a material in its newest state by those who do not edit: the head of the cabinet."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page

from experience.models import KnowledgePage

VIEW = "experience.view_knowledgepage"


class ReadMenuItem(PageMenuItem):
    """«Read» in the menu of a list, where there is nothing to edit."""

    label = _("Read")
    icon_name = "view"
    url_name = "material_read"

    def is_shown(self, user: Any) -> bool:
        return user.has_perm(VIEW) and not self.page.permissions_for_user(user).can_edit()


@hooks.register("register_page_listing_more_buttons")
def read_button(page: Page, user: Any, next_url: str | None = None) -> Iterator[ReadMenuItem]:
    """Offer to read a material in the lists."""
    if isinstance(page, KnowledgePage):
        yield ReadMenuItem(page=page, priority=1)


@require_safe
def read_material(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the newest revision as readers would see it."""
    if not request.user.has_perm(VIEW):
        raise PermissionDenied
    page = get_object_or_404(KnowledgePage, pk=page_id).get_latest_revision_as_object()
    return page.make_preview_request(request, page.default_preview_mode)
