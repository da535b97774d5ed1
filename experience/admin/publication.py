"""Four eyes at the button «Publish» of the editor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from experience.models import KnowledgePage


@hooks.register("before_publish_page")
def refuse_own_changes(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep as a draft what came with changes by the one who publishes.

    The editor asks the rights before it saves the form; here the changes are the newest revision.
    """
    if not isinstance(page, KnowledgePage) or page.permissions_for_user(request.user).can_publish():
        return None
    messages.warning(
        request,
        _(
            "“%(title)s” is saved as a draft and not published: you have changed the text, so "
            "another person publishes it."
        )
        % {"title": page.get_admin_display_title()},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)
