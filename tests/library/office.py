"""Makers of files: sound ones of every kind, and the raw pieces of which hostile ones are made."""

import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"

Parts = Mapping[str, str | bytes]


def packed(parts: Parts | Iterable[tuple[str | zipfile.ZipInfo, str | bytes]]) -> bytes:
    """A zip file of these parts."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items() if isinstance(parts, Mapping) else parts:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def word_body(inside: str) -> str:
    return f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'


def word_paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(*paragraphs: str, more: Parts | None = None) -> bytes:
    """A Word file."""
    body = word_body("".join(map(word_paragraph, paragraphs)))
    return packed({"word/document.xml": body, **(more or {})})


def relations(targets: Sequence[str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{number}" Target="{target}"/>' for number, target in enumerate(targets)
    )
    return f"<Relationships>{rows}</Relationships>"


def slide(*lines: str, attributes: str = "") -> str:
    inside = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    return f'<p:sld xmlns:p="{P}" xmlns:a="{A}" {attributes}>{inside}</p:sld>'


def pptx(slides: Mapping[str, str], order: Sequence[str] | None = None) -> bytes:
    """A presentation of slides by file name, shown in an order of names."""
    order = list(slides) if order is None else order
    listed = "".join(
        f'<p:sldId id="{256 + number}" r:id="r{number}"/>' for number in range(len(order))
    )
    return packed(
        {
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{P}" xmlns:r="{R}">{listed}</p:presentation>',
            "ppt/_rels/presentation.xml.rels": relations([f"slides/{name}" for name in order]),
            **{f"ppt/slides/{name}": content for name, content in slides.items()},
        }
    )


def xlsx(sheets: Mapping[str, str], shared: Sequence[str] = ()) -> bytes:
    """A workbook: XML of the rows by names of sheets, and the table of shared texts."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n + 1}" r:id="r{n}" />' for n, name in enumerate(sheets)
    )
    texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
    return packed(
        {
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(
                [f"/xl/worksheets/sheet{n + 1}.xml" for n in range(len(sheets))]
            ),
            "xl/sharedStrings.xml": f'<sst xmlns="{S}">{texts}</sst>',
            **{
                f"xl/worksheets/sheet{n + 1}.xml": f'<worksheet xmlns="{S}">{rows}</worksheet>'
                for n, rows in enumerate(sheets.values())
            },
        }
    )


def open_document(inside: str, manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument file with this body."""
    names = " ".join(
        f'xmlns:{short}="{ODF}:{short}:1.0"' for short in ("office", "text", "draw", "table")
    )
    content = f"<office:document-content {names}>{inside}</office:document-content>"
    return packed({"content.xml": content, "META-INF/manifest.xml": manifest})


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is the catalogue."""
    output = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    output += b"".join(b"%010d 00000 n \n" % place for place in places)
    output += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    output += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(output)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream of a PDF."""
    data = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (
        len(data),
        entries,
        data,
    )


def pdf(*pages: str, trailer: bytes = b"", contents: Sequence[bytes] = ()) -> bytes:
    """A PDF with a line of Latin text on every page, or with these streams of drawing."""
    streams = contents or [
        b"BT /F1 12 Tf 72 720 Td (%s) Tj ET" % page.encode("latin-1") for page in pages
    ]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(streams)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, drawing in enumerate(streams):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number),
            stream(drawing),
        ]
    return pdf_of(objects, trailer)
