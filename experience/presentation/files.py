"""Files of a material with type, pages and size."""

from collections.abc import Iterable
from typing import Any

from experience.models import MaterialFile
from library.models import FileText, PortalDocument
from library.texts import private_collections
from pages.cached import kept

from . import formats


def file_row(document: PortalDocument, title: str = "", text_url: str = "") -> dict[str, str]:
    """Return one file: title, address, type, facts «24 страницы, 820 КБ», and where its text is read."""
    facts = [formats.pages(document.page_count)] if document.page_count else []
    if document.file_size is not None:
        facts.append(formats.size(document.file_size))
    return {
        "title": title or document.title,
        "url": document.url,
        "type": document.type_label,
        "facts": ", ".join(facts),
        "text_url": text_url,
    }


def file_rows(files: Iterable[MaterialFile], reader: Any) -> list[dict[str, str]]:
    """Return the files of a material in their order."""
    return [file_row(row.document, row.title, text_address(row.document, reader)) for row in files]


def text_address(document: PortalDocument, reader: Any) -> str:
    """Return where everybody may read the text of a file of a material; "" where there is none."""
    text = document.text
    if text is None or text.state != FileText.State.READ:
        return ""
    private = kept(reader.request, "private collections", private_collections)
    if document.collection_id in private:
        return ""
    return f"/{reader.language}/files/{document.pk}/"


def files_line(documents: Iterable[PortalDocument]) -> str:
    """«3 файла, 2,1 МБ»."""
    counted = list(documents)
    size = formats.size(sum(document.file_size or 0 for document in counted))
    return f"{formats.files(len(counted))}, {size}"
