"""Contexts of text pages."""

from typing import Any

from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from wagtail.rich_text import expand_db_html

from experience.presentation import formats
from experience.presentation.addresses import page_address
from search.addresses import absolute

from .models import TextPage, TextsPage

# Of the beginning of a text, in letters.
DESCRIPTION_LENGTH = 200


def text_context(page: TextPage, request: HttpRequest) -> dict[str, Any]:
    """Return the context of `pages/text_page.html` for a text."""
    return {
        "page_title": page.name,
        "page_description": page.search_description
        or page.lead
        or Truncator(strip_tags(page.body)).chars(DESCRIPTION_LENGTH),
        **_in_one_language(page),
        "text": {
            "title": page.name,
            "lang": page.name.language,
            "lead": page.lead,
            "body": mark_safe(expand_db_html(page.body)),
            "updated": formats.full_date(page.last_published_at),
        },
        "breadcrumbs": [],
    }


def _in_one_language(page: TextPage) -> dict[str, Any]:
    """Return the only address of a text that is written in one language and shown under both prefixes."""
    if bool(page.body_kk) == bool(page.body_ru):
        return {}
    address = page_address(page.url_path, page.body.language)
    return {"canonical": absolute(address), "alternates": []}


def texts_context(page: TextsPage, request: HttpRequest) -> dict[str, Any]:
    """Return the context of `pages/text_page.html` for the list of texts below a page."""
    children = TextPage.objects.live().public().child_of(page)
    return {
        "page_title": page.name,
        "page_description": ", ".join(child.name for child in children),
        "text": {
            "title": page.name,
            "lang": page.name.language,
            "lead": "",
            "body": "",
            "updated": "",
        },
        "breadcrumbs": [],
        "children": [
            {"title": child.name, "url": child.url, "lang": child.name.language, "text": child.lead}
            for child in children
        ],
    }
