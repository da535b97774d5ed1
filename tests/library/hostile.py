"""Files made to hurt whoever opens them; each with the states in which its reading may end."""

import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from library.extraction.outcome import State
from tests.library import office
from tests.library.office import docx, open_document, packed, pdf, pdf_of, stream, word_body

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Hostile(NamedTuple):
    """A file; made when it is needed, for some are large."""

    kind: str
    make: Callable[[], bytes]
    states: set[State]


def bomb(size: int) -> bytes:
    """A Word file whose body unpacks to `size` spaces."""
    return packed({"word/document.xml": word_body(" " * size)})


def lying_directory(declared: int, size: int) -> bytes:
    """A Word file of `size` bytes whose directory and header declare another size."""
    body = word_body(office.word_paragraph("x" * size)).encode()
    made = packed({"word/document.xml": body})
    assert made.count(struct.pack("<L", len(body))) == 2
    return made.replace(struct.pack("<L", len(body)), struct.pack("<L", declared))


def large_directory(entries: int) -> bytes:
    """An archive that is nothing but a directory of empty entries."""
    entry = b"PK\x01\x02" + struct.pack("<6H3L5H2L", *[20, 20, *[0] * 7, 1, *[0] * 6]) + b"a"
    size = len(entry) * entries
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, *[entries % 65_536] * 2, size, 4, 0)
    return b"PK\x03\x04" + entry * entries + end


def with_flag(made: bytes, flag: int) -> bytes:
    """The archive with a bit set in every entry, in the headers and in the directory."""
    changed = bytearray(made)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(mark)
        while start >= 0:
            changed[start + place] |= flag
            start = changed.find(mark, start + 1)
    return bytes(changed)


def with_method(method: int) -> bytes:
    """A Word file that says it is packed in another way than it is."""
    changed = bytearray(docx("x"))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        changed[changed.find(mark) + place] = method
    return bytes(changed)


def twice() -> bytes:
    """A Word file with two bodies: programs differ in which they take."""
    body = word_body(office.word_paragraph("one"))
    return packed({"word/document.xml": body, "word/d0cument.xml": body}).replace(b"d0c", b"doc")


def symbolic_link() -> bytes:
    """A Word file whose body is a link to a file of the server."""
    entry = zipfile.ZipInfo("word/document.xml")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return packed([(entry, "/etc/passwd")])


def entities(declarations: str, use: str) -> bytes:
    body = f"<!DOCTYPE d [{declarations}]>" + word_body(f"<w:t>{use}</w:t>").partition("?>")[2]
    return packed({"word/document.xml": body})


def laughs() -> str:
    """Eleven entities, each of ten of the one before."""
    rows = ['<!ENTITY l0 "ha">']
    for number in range(1, 12):
        tenfold = f"&l{number - 1};" * 10
        rows.append(f'<!ENTITY l{number} "{tenfold}">')
    return "".join(rows)


def many_attributes(number: int) -> str:
    return " ".join(f'a{index}="{index * 7919}"' for index in range(number))


def page_tree(kids: bytes, count: int, *more: bytes) -> bytes:
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            *more,
        ]
    )


def scan(width: int, height: int) -> bytes:
    """A page with nothing but a picture that says it has so many pixels."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /I 5 0 R >> >> >>",
            stream(b"595 0 0 842 0 0 cm /I Do"),
            stream(
                b"\0" * 1000,
                b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 "
                b"/Width %d /Height %d" % (width, height),
            ),
        ]
    )


def recursive_form() -> bytes:
    """A page whose drawing draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >>"
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /F 4 0 R >> >> >>",
            stream(b"/F Do /F Do", form),
        ]
    )


LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
    b"11" * 32,
    b"22" * 32,
)
READ, EMPTY, TOO_BIG, ENCRYPTED, BROKEN = State

HOSTILE: dict[str, Hostile] = {
    "a part that unpacks to a thousand times its size": Hostile(
        "docx", partial(bomb, 3 * MEGABYTE), {TOO_BIG}
    ),
    "thousands of parts": Hostile(
        "docx", lambda: docx("x", more={f"p/{n}": "" for n in range(2_000)}), {TOO_BIG}
    ),
    "a directory of tens of thousands of entries": Hostile(
        "docx", partial(large_directory, 25_000), {TOO_BIG}
    ),
    "a directory that declares too little": Hostile(
        "docx", lambda: lying_directory(100, 50_000), {BROKEN}
    ),
    "a directory that declares too much": Hostile(
        "docx", lambda: lying_directory(300 * MEGABYTE, 50_000), {TOO_BIG}
    ),
    "archives within archives": Hostile(
        "docx", lambda: docx("x", more={"a.zip": packed({"b.zip": bomb(3 * MEGABYTE)})}), {READ}
    ),
    "two parts of one name": Hostile("docx", twice, {BROKEN}),
    "absolute names": Hostile("docx", lambda: docx("x", more={"/etc/passwd": "y"}), {READ}),
    "names that climb": Hostile("docx", lambda: docx("x", more={"../../../x": "y"}), {READ}),
    "a link as a part": Hostile("docx", symbolic_link, {BROKEN}),
    "encrypted parts": Hostile("docx", lambda: with_flag(docx("x"), 0x1), {ENCRYPTED}),
    "patched parts": Hostile("docx", lambda: with_flag(docx("x"), 0x20), {BROKEN}),
    "unknown packing": Hostile("docx", lambda: with_method(99), {BROKEN}),
    "wrong packing": Hostile("docx", lambda: with_method(14), {BROKEN}),
    "a document locked by Office": Hostile(
        "docx", lambda: OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), {ENCRYPTED}
    ),
    "an old document renamed": Hostile("docx", lambda: OLE + bytes(512), {BROKEN}),
    "an archive without a document": Hostile("docx", lambda: packed({"a": "b"}), {BROKEN}),
    "an end of archive and nothing else": Hostile(
        "docx", lambda: b"PK\x03\x04" + b"PK\x05\x06" + bytes(18), {BROKEN}
    ),
    "entities that multiply": Hostile("docx", lambda: entities(laughs(), "&l11;"), {BROKEN}),
    "an entity repeated": Hostile(
        "docx", lambda: entities(f"<!ENTITY a '{'a' * 10_000}'>", "&a;" * 10_000), {BROKEN}
    ),
    "an entity from the disk": Hostile(
        "docx", lambda: entities('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"), {BROKEN}
    ),
    "a definition from the network": Hostile(
        "docx",
        lambda: packed({"word/document.xml": '<!DOCTYPE d SYSTEM "http://example.kz/d"><d/>'}),
        {BROKEN},
    ),
    "elements nested a hundred thousand deep": Hostile(
        "docx", lambda: packed({"word/document.xml": word_body("<w:p>" * 100_000)}), {BROKEN}
    ),
    "elements nested deep and closed": Hostile(
        "odt", lambda: open_document("<text:p>" * 999 + "</text:p>" * 999), {BROKEN}
    ),
    "an element of a hundred thousand attributes": Hostile(
        "docx",
        lambda: packed({"word/document.xml": word_body(f"<w:p {many_attributes(100_000)}/>")}),
        {EMPTY},
    ),
    "elements never closed": Hostile(
        "docx", lambda: packed({"word/document.xml": "<a><b>"}), {BROKEN}
    ),
    "millions of empty paragraphs": Hostile(
        "docx",
        lambda: packed({"word/document.xml": word_body(f"<w:p/>{' ' * 40}" * 30_000)}),
        {EMPTY, TOO_BIG},
    ),
    "one word of two million letters": Hostile("txt", lambda: b"a" * 2_000_000, {READ}),
    "an encoding of many bytes": Hostile(
        "docx",
        lambda: packed({"word/document.xml": '<?xml version="1.0" encoding="cp932"?><a/>'}),
        {BROKEN},
    ),
    "an encoding that does not exist": Hostile(
        "docx",
        lambda: packed({"word/document.xml": '<?xml version="1.0" encoding="x-none"?><a/>'}),
        {BROKEN},
    ),
    "control characters": Hostile(
        "docx", lambda: packed({"word/document.xml": word_body("<w:t>\x01</w:t>")}), {BROKEN}
    ),
    "a shared text that is not there": Hostile(
        "xlsx", lambda: office.xlsx({"A": '<row><c t="s"><v>7</v></c></row>'}), {BROKEN}
    ),
    "a negative shared text": Hostile(
        "xlsx", lambda: office.xlsx({"A": '<row><c t="s"><v>-1</v></c></row>'}, ["x"]), {BROKEN}
    ),
    "one long text in every cell": Hostile(
        "xlsx",
        lambda: office.xlsx({"A": '<row><c t="s"><v>0</v></c></row>' * 20_000}, ["abc " * 8_000]),
        {READ, TOO_BIG},
    ),
    "a sheet that is not there": Hostile(
        "xlsx",
        lambda: packed(
            {
                "xl/workbook.xml": f'<a xmlns:r="{office.R}"><sheet r:id="r9"/></a>',
                "xl/_rels/workbook.xml.rels": office.relations([]),
            }
        ),
        {BROKEN},
    ),
    "a slide outside the file": Hostile(
        "pptx", lambda: office.pptx({}, ["../../../../etc/passwd"]), {BROKEN}
    ),
    "one slide shown again and again": Hostile(
        "pptx",
        lambda: office.pptx({"s.xml": office.slide("word " * 2_000)}, ["s.xml"] * 5_000),
        {READ, TOO_BIG},
    ),
    "a locked open document": Hostile(
        "odt", lambda: open_document("", "<manifest><encryption-data/></manifest>"), {ENCRYPTED}
    ),
    "a billion spaces in one element": Hostile(
        "odt", lambda: open_document("<text:p>a<text:s text:c='999999999'/>b</text:p>"), {READ}
    ),
    "ten thousand pages": Hostile(
        "pdf", lambda: page_tree(b"3 0 R " * 10_000, 10_000, b"<< /Type /Page >>"), {TOO_BIG}
    ),
    "pages that are not there": Hostile("pdf", lambda: page_tree(b"", 900), {BROKEN, EMPTY}),
    "a page tree that holds itself": Hostile(
        "pdf", lambda: page_tree(b"2 0 R", 5), {BROKEN, EMPTY}
    ),
    "a page that draws itself": Hostile("pdf", recursive_form, {EMPTY, BROKEN}),
    "a drawing of a hundred megabytes": Hostile(
        "pdf", lambda: pdf(contents=[b" " * (100 * MEGABYTE)]), {EMPTY, TOO_BIG, BROKEN}
    ),
    "a scan": Hostile("pdf", partial(scan, 10, 100), {EMPTY}),
    "a picture of billions of pixels": Hostile("pdf", partial(scan, 60_000, 60_000), {EMPTY}),
    "a locked PDF": Hostile("pdf", lambda: pdf("x", trailer=LOCKED), {ENCRYPTED}),
    "a table of places that begins with itself": Hostile(
        "pdf", lambda: pdf("x", trailer=b"/Prev 9"), {READ, BROKEN}
    ),
    "the beginning of a PDF": Hostile("pdf", lambda: b"%PDF-1.7\n", {BROKEN}),
    "a web page called PDF": Hostile("pdf", lambda: b"<html></html>", {BROKEN}),
    "a PDF called Word": Hostile("docx", lambda: pdf("x"), {BROKEN}),
    "a program called text": Hostile("txt", lambda: b"MZ\x90\x00\x03\x00", {BROKEN}),
    "a PDF that is an archive as well": Hostile("pdf", lambda: pdf("x") + docx("y"), {READ}),
    "nothing in a PDF": Hostile("pdf", lambda: b"", {BROKEN}),
    "nothing in a Word file": Hostile("docx", lambda: b"", {BROKEN}),
    "nothing in a text": Hostile("txt", lambda: b"", {EMPTY}),
}

SOUND: dict[str, bytes] = {
    "docx": docx("one", "two"),
    "pptx": office.pptx({"slide1.xml": office.slide("one")}),
    "xlsx": office.xlsx({"A": '<row><c t="s"><v>0</v></c></row>'}, ["one"]),
    "odt": open_document("<text:p>one</text:p>"),
    "pdf": pdf("one", "two", "three"),
    "txt": "бір екі үш төрт бес алты".encode(),
}


def truncated(kind: str) -> Iterator[bytes]:
    """A sound file that ends after every tenth of its length."""
    content = SOUND[kind]
    yield from (content[: len(content) * tenth // 10] for tenth in range(1, 10))
