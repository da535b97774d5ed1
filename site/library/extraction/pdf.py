"""Text of PDF, page by page."""

import re
from typing import BinaryIO

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from .collecting import Collector
from .limits import MAXIMUM_PDF_PAGES
from .outcome import State, UnreadableError

# How pdfium gives a hyphen at the end of a line, where a word was parted.
_PARTED = re.compile("[\x02\ufffe]\\s*")


def read_pdf(file: BinaryIO, collector: Collector) -> None:
    """Collect the text; a scan has none."""
    try:
        document = pypdfium2.PdfDocument(file.read())
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
        raise UnreadableError(State.ENCRYPTED if encrypted else State.BROKEN) from error
    if len(document) > MAXIMUM_PDF_PAGES:
        raise UnreadableError(State.TOO_BIG)
    for index in range(len(document)):
        collector.turn(index + 1)
        page = document[index]
        text = page.get_textpage()
        collector.write(_PARTED.sub("", text.get_text_range()))
        text.close()
        page.close()
