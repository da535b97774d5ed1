"""Media of the bank: pictures with their consents, documents and their text."""

from .documents import PortalDocument, document_storage
from .file_text import FileText
from .pictures import Consent, PortalImage, PortalRendition

__all__ = [
    "Consent",
    "FileText",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "document_storage",
]
