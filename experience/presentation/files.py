"""Files of a material with type, pages and size."""

from collections.abc import Iterable

from experience.models import MaterialFile
from library.models import PortalDocument

from . import formats


def file_row(document: PortalDocument, title: str = "") -> dict[str, str]:
    """Return one file: title, address, type and facts «24 страницы, 820 КБ»."""
    facts = [formats.pages(document.page_count)] if document.page_count else []
    if document.file_size is not None:
        facts.append(formats.size(document.file_size))
    return {
        "title": title or document.title,
        "url": document.url,
        "type": document.type_label,
        "facts": ", ".join(facts),
    }


def file_rows(files: Iterable[MaterialFile]) -> list[dict[str, str]]:
    """Return the files of a material in their order."""
    return [file_row(row.document, row.title) for row in files]


def files_line(documents: Iterable[PortalDocument]) -> str:
    """«3 файла, 2,1 МБ»."""
    counted = list(documents)
    size = formats.size(sum(document.file_size or 0 for document in counted))
    return f"{formats.files(len(counted))}, {size}"
