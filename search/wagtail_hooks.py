"""What the search adds to the CMS; each subject registers its own hooks."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search import synonym_admin  # noqa: F401
from search.demand import commission_admin, report  # noqa: F401


@hooks.register("construct_reports_menu")
def leave_out_wagtails_count(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take Wagtail's own report of questions away: nothing is counted there."""
    items[:] = [item for item in items if item.name != "search-terms"]
