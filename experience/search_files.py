"""The files of a material as the search knows them: what stands inside, page by page."""

from collections.abc import Iterator, Mapping

from django.utils import translation
from django.utils.translation import gettext as _

from bilingual.guessing import language_of
from bilingual.pairs import INTERFACE_LANGUAGES
from experience.models import KnowledgePage
from experience.reading import MaterialParts
from library.models import PortalDocument
from library.texts import searchable_pages
from search.documents import Section


def file_sections(page: KnowledgePage, parts: MaterialParts) -> Iterator[Section]:
    """Yield a section for each page of the files that everybody may open.

    Its name tells the file; its label says the file and the page; its language is the text's own.
    """
    titles = _titles(page, parts)
    for document_id, pages in searchable_pages(titles).items():
        for number, text in pages:
            yield Section(
                section_name(document_id),
                text,
                language_of(text, page.language),
                _label(titles[document_id], number),
            )


def file_addresses(page: KnowledgePage, parts: MaterialParts) -> dict[str, str]:
    """Return where the files are downloaded, by the names of their sections."""
    return {section_name(document.pk): document.url for document, _title in _files(page, parts)}


def section_name(document_id: int) -> str:
    """The name of the sections of a file."""
    return f"file-{document_id}"


def _titles(page: KnowledgePage, parts: MaterialParts) -> dict[int, str]:
    return {document.pk: title for document, title in _files(page, parts)}


def _files(page: KnowledgePage, parts: MaterialParts) -> Iterator[tuple[PortalDocument, str]]:
    """Yield the documents of a material with their titles; of a guide the file that is the guide too."""
    for row in parts.files:
        yield row.document, str(row)
    guide: PortalDocument | None = getattr(page, "guide_file", None)
    if guide is not None:
        yield guide, guide.title


def _label(title: str, number: int | None) -> Mapping[str, str]:
    labels = {}
    for language in INTERFACE_LANGUAGES:
        with translation.override(language):
            values = {"title": title, "page": number}
            if number is None:
                labels[language] = _("in the file “%(title)s”") % values
            else:
                labels[language] = _("in the file “%(title)s”, p. %(page)s") % values
    return labels
