"""Reading the text of documents: what waits, one by one, and which text may be searched."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.db.models import Q
from wagtail.models import Collection, CollectionViewRestriction

from library.extraction.outcome import Extraction, PageText, State
from library.extraction.process import read_in_child
from library.models import FileText, PortalDocument


def read(text: FileText) -> None:
    """Read the file of a text and keep what became of it; nothing where no document has it any more."""
    document = text.documents.first()
    if document is not None:
        text.keep(read_document(document, text.kind))


def read_document(document: PortalDocument, kind: str) -> Extraction:
    """Read the file of a document; a file that is gone is broken, an oversized one is never opened."""
    try:
        if document.file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
            return Extraction(State.TOO_BIG)
        with document.file.open() as file:
            return read_in_child(file.fileno(), kind)
    except FileNotFoundError:
        return Extraction(State.BROKEN)


def read_waiting(progress: Callable[[int, int], None]) -> int:
    """Read every text that waits, several at a time; returns their number.

    `progress` is told how many of how many are done.
    """
    give_texts()
    texts = list(FileText.objects.waiting())
    documents = [text.documents.all()[0] for text in texts]
    kinds = [text.kind for text in texts]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        extractions = pool.map(read_document, documents, kinds)
        for done, (text, extraction) in enumerate(zip(texts, extractions, strict=True), 1):
            text.keep(extraction)
            progress(done, len(texts))
    return len(texts)


def give_texts() -> None:
    """Give their texts to documents that came before there were any."""
    for document in PortalDocument.objects.filter(text=None).exclude(file=""):
        try:
            content_hash = document.get_file_hash()
        except FileNotFoundError:
            continue
        document.text = FileText.objects.of_content(content_hash, document.extension)
        document.save(update_fields=["text"])


def private_collections() -> set[int]:
    """The ids of the collections that only some may open: closed themselves or below a closed one."""
    closed = Q()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        closed |= Q(path__startswith=path)
    return set(Collection.objects.filter(closed).values_list("pk", flat=True)) if closed else set()


def searchable_pages(documents: Iterable[int]) -> dict[int, list[PageText]]:
    """The texts of these documents by their ids, without those in collections that are private.

    What only some may open is found by nobody: the index knows readers of pages, not of collections.
    """
    numbers = set(documents)
    if not numbers:
        return {}
    found = PortalDocument.objects.filter(pk__in=numbers, text__state=FileText.State.READ)
    rows = found.exclude(collection__in=private_collections()).values_list("pk", "text__pages")
    return {pk: [PageText(number, text) for number, text in pages] for pk, pages in rows}
