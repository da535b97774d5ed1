"""The files of a material as the search knows them: what stands inside, page by page."""

from collections.abc import Iterator, Mapping

from django.utils import translation
from django.utils.translation import gettext as _

from bilingual.guessing import language_of
from bilingual.pairs import INTERFACE_LANGUAGES
from experience.linked_documents import linked_documents
from experience.models import KnowledgePage
from experience.reading import MaterialParts
from library.models import PortalDocument
from library.texts import searchable_pages
from search.documents import Section

Titles = Mapping[PortalDocument, str]
"""The files of a material, each once, with what they are called there."""


def files_of(page: KnowledgePage, parts: MaterialParts) -> Titles:
    """Return what is attached, of a guide the file that is the guide, and what the text links to."""
    titles = {row.document: str(row) for row in parts.files}
    guide: PortalDocument | None = getattr(page, "guide_file", None)
    for document in (*([guide] if guide else []), *linked_documents(page)):
        titles.setdefault(document, document.title)
    return titles


def file_sections(files: Titles, language: str) -> Iterator[Section]:
    """Yield a section for each page of the files that everybody may open.

    Its name tells the file; its label says the file and the page; its language is the text's own, or
    that of the material where the text does not tell.
    """
    titles = {document.pk: title for document, title in files.items()}
    for document_id, pages in searchable_pages(titles).items():
        for number, text in pages:
            yield Section(
                section_name(document_id),
                text,
                language_of(text, language),
                _label(titles[document_id], number),
            )


def file_addresses(files: Titles) -> dict[str, str]:
    """Return where the files are downloaded, by the names of their sections."""
    return {section_name(document.pk): document.url for document in files}


def section_name(document_id: int) -> str:
    """The name of the sections of a file."""
    return f"file-{document_id}"


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
