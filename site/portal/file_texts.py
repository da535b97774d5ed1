"""The text of a file as a page, for those who cannot or need not download it."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.guessing import language_of
from bilingual.pairs import active_language
from experience.models import KnowledgePage
from experience.presentation.addresses import page_address
from experience.presentation.files import file_row
from experience.reading import LinkedPage, in_readers_language, kind_of
from library.extraction.outcome import PageText
from library.models import FileText, PortalDocument
from library.text_parts import PagePart, parts_of
from search.paging import page_links
from search.query import SearchQuery

SLIDES, SHEETS = ("pptx", "odp"), ("xlsx", "ods")


@require_safe
def file_text(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show the text of a file that a public material has, to whoever may download the file.

    Of a file that no public material has, nothing records that it changed: kept pages could be stale.
    """
    readable = PortalDocument.objects.select_related("collection", "text")
    document = get_object_or_404(
        readable.defer("text__pages"), pk=document_id, text__state=FileText.State.READ
    )
    restrictions = document.collection.get_view_restrictions()
    users = _users(document)
    if not users or not all(restriction.accept_request(request) for restriction in restrictions):
        raise Http404
    text = document.text
    # Asked for last: it may be a million letters.
    parts = parts_of((PageText(*page) for page in text.pages), text.kind)
    number = SearchQuery.from_parameters(request.GET, {}).page
    if number > len(parts):
        raise Http404
    links = [
        {
            "type": page.kind,
            "label": page.title,
            "title": page.title,
            "url": page_address(page.url_path, active_language()),
            "lang": page.language,
        }
        for page in in_readers_language(users, active_language())
    ]
    response = render(
        request,
        "pages/file_text.html",
        {
            "page_title": _("Text of the file “%(title)s”") % {"title": document.title},
            "page_description": _(
                "The text of a file of the bank, to be read without downloading."
            ),
            "breadcrumbs": links[:1],
            "title": document.title,
            "lang": language_of(document.title, users[0].language),
            "file": file_row(document),
            "is_cut": text.cut,
            "pages_of_text": [
                _page(part, text.kind, users[0].language) for part in parts[number - 1]
            ],
            "materials": links,
            **page_links(number, len(parts), lambda other: f"?page={other}"),
        },
    )
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _users(document: PortalDocument) -> list[LinkedPage]:
    """Return the public materials that have the file attached or, as guides, are the file."""
    having = (
        KnowledgePage.objects.published()
        .filter(Q(files__document=document) | Q(guidepage__guide_file=document))
        .order_by("title")
        .distinct()
        .values_list("pk", "content_type_id", "title", "language", "url_path", "address_id")
    )
    return [
        LinkedPage(pk, kind_of(type_id), title, language, url_path, address)
        for pk, type_id, title, language, url_path, address in having
    ]


def _page(part: PagePart, kind: str, otherwise: str) -> dict[str, object]:
    return {
        "heading": _heading(part.number, kind) if part.number else "",
        "lang": language_of("\n".join(part.paragraphs), otherwise),
        "paragraphs": part.paragraphs,
    }


def _heading(number: int, kind: str) -> str:
    if kind in SLIDES:
        return _("Slide %(number)d") % {"number": number}
    if kind in SHEETS:
        return _("Sheet %(number)d") % {"number": number}
    return _("Page %(number)d") % {"number": number}
