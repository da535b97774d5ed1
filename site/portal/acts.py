"""Contexts of the library of local acts."""

from typing import Any

from django.http import HttpRequest
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from experience.presentation import formats
from experience.presentation.files import file_row

from .models import ActPage, ActsPage


def acts_context(page: ActsPage, request: HttpRequest) -> dict[str, Any]:
    """Return the context of `pages/acts_page.html`: acts in force first, then newest."""
    acts = ActPage.objects.live().public().child_of(page).select_related("document")
    ordered = sorted(
        acts, key=lambda act: (act.state != ActPage.State.IN_FORCE, -act.date.toordinal())
    )
    return {
        "heading": page.name,
        "page_title": page.name,
        "page_description": page.lead,
        "intro": page.lead,
        "breadcrumbs": [],
        "acts": [_act(act) for act in ordered],
    }


def _act(act: ActPage) -> dict[str, str]:
    document = file_row(act.document) if act.document else None
    return {
        "title": act.name,
        "url": act.url,
        "lang": act.name.language,
        "number": f"№{formats.NO_BREAK}{act.number}",
        "date": formats.full_date(act.date),
        "state": act.get_state_display(),
        "files": f"{document['type']}, {document['facts']}" if document else "",
    }


def act_context(page: ActPage, request: HttpRequest) -> dict[str, Any]:
    """Return the context of `pages/act_page.html`."""
    parent = page.get_parent().specific
    items = [
        {"label": _("Number"), "value": f"№{formats.NO_BREAK}{page.number}"},
        {"label": _("Date"), "value": formats.full_date(page.date)},
        {"label": _("Signed by"), "value": page.signatory},
        {"label": _("State"), "value": page.get_state_display()},
    ]
    if page.replaced_by and page.replaced_by.live:
        items.append(
            {"label": _("Replaced by"), "value": page.replaced_by.name, "url": page.replaced_by.url}
        )
    return {
        "page_title": page.name,
        "page_description": page.search_description
        or ", ".join(str(item["value"]) for item in items),
        "act": {
            "title": page.name,
            "lang": page.name.language,
            "body": mark_safe(expand_db_html(page.body)),
        },
        "breadcrumbs": [{"label": parent.name, "url": parent.url}],
        "passport": {"title": _("Particulars"), "items": items},
        "files": [file_row(page.document, page.name)] if page.document else [],
    }
