"""How the CMS looks: our style sheet, and no entries that lead out of the house."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("insert_global_admin_css")
def style_sheet() -> SafeString:
    """Add our style sheet to every page of the CMS."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/cms.css"))


@hooks.register("construct_help_menu")
def shorten_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out the news and the guide of Wagtail: foreign hosts, in English."""
    menu_items[:] = [item for item in menu_items if not item.url.startswith(("http:", "https:"))]
