"""Contexts of text pages."""

from typing import Any

from django.http import HttpRequest
from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

from experience.presentation import formats

from .models import TextPage, TextsPage


def text_context(page: TextPage, request: HttpRequest) -> dict[str, Any]:
    """Return the context of `pages/text_page.html` for a text."""
    return {
        "page_title": page.name,
        "page_description": page.search_description or page.lead,
        "text": {
            "title": page.name,
            "lang": page.name.language,
            "lead": page.lead,
            "body": mark_safe(expand_db_html(page.body)),
            "updated": formats.full_date(page.last_published_at),
        },
        "breadcrumbs": [],
    }


def texts_context(page: TextsPage, request: HttpRequest) -> dict[str, Any]:
    """Return the context of `pages/text_page.html` for the list of texts below a page."""
    children = TextPage.objects.live().public().child_of(page)
    return {
        "page_title": page.name,
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
