"""Word files that a teacher can change before printing: real headings, lists and tables."""

import zipfile
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it.token import Token

from demo.filemaking.sources import Source

FONT = "Arial"
FONT_SIZE = Pt(10.5)
LANGUAGE_TAGS = {"kk": "kk-KZ", "ru": "ru-RU"}
MADE_ON = datetime(2026, 11, 1, 9)
APPLICATION_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office Word</Application><Pages>{pages}</Pages></Properties>"
)


def make_docx(source: Source, pages: int) -> bytes:
    """Return the source as a Word file that says it has so many pages."""
    document = Document()
    _set_up(document, source)
    _Writer(document).write(source.tokens())
    output = BytesIO()
    document.save(output)
    return _with_pages(output.getvalue(), pages)


def _set_up(document: WordDocument, source: Source) -> None:
    """A4, one font for all scripts, the language of the text, title; no author's name."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = Cm(1.8)
    section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, FONT_SIZE
    normal.paragraph_format.space_after = Pt(6)
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        fonts = document.styles[name].element.rPr.rFonts
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE_TAGS[source.parts[0][0]])
    normal.element.get_or_add_rPr().append(language)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = source.title, "", ""
    properties.language = LANGUAGE_TAGS[source.parts[0][0]]
    properties.created = properties.modified = MADE_ON


class _Writer:
    """Writes Markdown tokens into a Word document."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self.lists: list[tuple[str, int | None]] = []

    def write(self, tokens: list[Token]) -> None:
        """Write the tokens in their order; raises ValueError at one that Word files do not have."""
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "table_open":
                place = self._table(tokens, place)
            elif token.type == "heading_open":
                heading = self.document.add_heading(level=int(token.tag[1]))
                _write_inline(heading, tokens[place + 1])
                place += 2
            elif token.type == "paragraph_open":
                _write_inline(self._paragraph(), tokens[place + 1])
                place += 2
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                ordered = token.type.startswith("ordered")
                self.lists.append(
                    ("List Number", self._new_numbering()) if ordered else ("List Bullet", None)
                )
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                self.lists.pop()
            elif token.type == "hr":
                _draw_line(self.document.add_paragraph())
            elif token.type not in ("list_item_open", "list_item_close"):
                raise ValueError(f"a Word file has no {token.type}")
            place += 1

    def _paragraph(self) -> Paragraph:
        if not self.lists:
            return self.document.add_paragraph()
        style, numbering = self.lists[-1]
        paragraph = self.document.add_paragraph(style=style)
        if numbering is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = numbering
        return paragraph

    def _new_numbering(self) -> int:
        """Return a numbering that begins at 1: without it every list of the file counts on."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        used = style.pPr.numPr.numId.val
        abstract = next(n for n in numbering.num_lst if n.numId == used).abstractNumId.val
        added = numbering.add_num(abstract)
        added.add_lvlOverride(ilvl=0).add_startOverride(1)
        return added.numId

    def _table(self, tokens: list[Token], start: int) -> int:
        """Write the table that opens at `start`; return the place of its end."""
        end = next(i for i in range(start, len(tokens)) if tokens[i].type == "table_close")
        rows: list[list[Token]] = []
        for token in tokens[start:end]:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(token)
        table = self.document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                paragraph = table.cell(row, column).paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2)
                _write_inline(paragraph, cell, bold=row == 0)
        _repeat_head(table)
        self.document.add_paragraph()
        return end


def _write_inline(paragraph: Paragraph, inline: Token, bold: bool = False) -> None:
    """Write a line of text with its bold and italic parts."""
    strong, emphasis = int(bold), 0
    for token in inline.children or []:
        if token.type in ("strong_open", "strong_close"):
            strong += token.nesting
        elif token.type in ("em_open", "em_close"):
            emphasis += token.nesting
        elif token.type in ("softbreak", "hardbreak"):
            if token.type == "hardbreak":
                paragraph.add_run().add_break()
            else:
                paragraph.add_run(" ")
        elif token.type in ("text", "text_special", "code_inline"):
            run = paragraph.add_run(token.content)
            run.bold, run.italic = bool(strong) or None, bool(emphasis) or None
        else:
            raise ValueError(f"a Word file has no {token.type} in a line")


def _draw_line(paragraph: Paragraph) -> None:
    """A line to write on."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "9AA5A5")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _repeat_head(table: Table) -> None:
    """Let the head of the table stand on every page, as screen readers and long tables need."""
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _with_pages(content: bytes, pages: int) -> bytes:
    """Return the Word file with its number of pages written into it."""
    output = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/app.xml":
                data = APPLICATION_PROPERTIES.format(pages=pages).encode()
            target.writestr(
                zipfile.ZipInfo(entry.filename, MADE_ON.timetuple()[:6]), data, zipfile.ZIP_DEFLATED
            )
    return output.getvalue()
