"""What a file of each extension begins with and must hold."""

# First bytes of the formats that documents may have.
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAGIC = {
    "pdf": b"%PDF-",
    **dict.fromkeys(("docx", "pptx", "xlsx", "odt", "odp", "ods", "zip"), ZIP),
    **dict.fromkeys(("doc", "ppt", "xls"), OLE),
}
MAGIC_LENGTH = max(map(len, MAGIC.values()))
# A part that a file of the kind always holds; a renamed archive does not.
NEEDED_PART = {
    "docx": "word/document.xml",
    "pptx": "ppt/presentation.xml",
    "xlsx": "xl/workbook.xml",
    "odt": "content.xml",
    "odp": "content.xml",
    "ods": "content.xml",
}
# Kinds whose text is read; of the others (older Office, archives) it is not.
READ_KINDS = frozenset({"pdf", "txt", *NEEDED_PART})
