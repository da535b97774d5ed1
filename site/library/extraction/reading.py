"""A file read by its kind."""

from typing import BinaryIO

import pypdfium2
from defusedxml.ElementTree import ParseError

from . import archive
from .collecting import Collector, FullError
from .kinds import MAGIC, MAGIC_LENGTH, NEEDED_PART, OLE, ZIP
from .open_document import read_open_document
from .outcome import Extraction, State, UnreadableError
from .pdf import read_pdf
from .plain import read_plain
from .sheets import read_xlsx
from .slides import read_pptx
from .word import read_docx

# What the readers raise for a file that is not what it should be.
DAMAGES = (*archive.DAMAGES, ParseError, pypdfium2.PdfiumError)
# The name of the stream in which Office keeps a whole document encrypted.
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MICROSOFT_OFFICE = {"docx": read_docx, "pptx": read_pptx, "xlsx": read_xlsx}


def read_file(file: BinaryIO, kind: str) -> Extraction:
    """Read a file by its extension, in lower case; every outcome is a state."""
    collector = Collector()
    try:
        _read(file, kind, collector)
    except FullError:
        return collector.extraction(cut=True)
    except UnreadableError as refusal:
        return Extraction(refusal.state)
    except MemoryError:
        return Extraction(State.TOO_BIG)
    except DAMAGES:
        return Extraction(State.BROKEN)
    return collector.extraction(cut=False)


def _read(file: BinaryIO, kind: str, collector: Collector) -> None:
    start = file.read(MAGIC_LENGTH)
    file.seek(0)
    expected = MAGIC.get(kind)
    if expected == ZIP and start == OLE and _ENCRYPTED_PACKAGE in file.read():
        raise UnreadableError(State.ENCRYPTED)
    if expected and not start.startswith(expected):
        raise UnreadableError(State.BROKEN)
    if kind == "pdf":
        read_pdf(file, collector)
    elif kind == "txt":
        read_plain(file, collector)
    else:
        _read_office(archive.Archive(file), kind, collector)


def _read_office(opened: archive.Archive, kind: str, collector: Collector) -> None:
    if NEEDED_PART[kind] not in opened.names:
        raise UnreadableError(State.BROKEN)
    if reader := _MICROSOFT_OFFICE.get(kind):
        reader(opened, collector)
    else:
        read_open_document(opened, collector, kind)
