"""What is read of a sound file of each kind."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordDocument
from docx.enum.text import WD_BREAK

from library.extraction.limits import MAXIMUM_CHARACTERS
from library.extraction.outcome import Extraction, PageText, State
from library.extraction.reading import read_file
from tests.library import office

DEMO = Path(__file__).resolve().parents[2] / "site" / "demo" / "content" / "files"


def read(content: bytes, kind: str) -> Extraction:
    return read_file(BytesIO(content), kind)


def pages(content: bytes, kind: str) -> list[tuple[int | None, str]]:
    found = read(content, kind)
    assert found.state == State.READ
    return [tuple(page) for page in found.pages]


def test_a_word_file_is_read_paragraph_by_paragraph_with_its_notes():
    note = f'<w:footnotes xmlns:w="{office.W}">{office.word_paragraph("Сноска")}</w:footnotes>'
    made = office.docx("Карточки", "Вторая & третья", more={"word/footnotes.xml": note})
    assert pages(made, "docx") == [(None, "Карточки\nВторая & третья"), (None, "Сноска")]


def test_a_file_that_a_word_processor_wrote_is_read():
    document = WordDocument()
    document.add_heading("Самопроверка")
    document.add_paragraph("До").add_run().add_break(WD_BREAK.LINE)
    document.add_table(1, 2).rows[0].cells[1].text = "В таблице"
    output = BytesIO()
    document.save(output)
    assert pages(output.getvalue(), "docx") == [(None, "Самопроверка\nДо\nВ таблице")]


def test_pages_of_a_word_file_are_those_that_word_last_saw():
    made = office.packed(
        {
            "word/document.xml": office.word_body(
                "<w:p><w:r><w:t>Первая</w:t></w:r></w:p>"
                "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Вторая</w:t></w:r></w:p>"
            )
        }
    )
    assert pages(made, "docx") == [(1, "Первая"), (2, "Вторая")]


def test_what_was_struck_out_commented_or_repeated_for_old_programs_is_not_read():
    made = office.docx("Остаётся", more={"word/comments.xml": office.word_body("Замечание")})
    assert pages(made, "docx") == [(None, "Остаётся")]
    body = office.word_body(
        "<w:p><w:r><w:delText>вычеркнуто</w:delText><w:instrText>PAGE</w:instrText><w:t>Текст</w:t>"
        "</w:r><mc:Fallback xmlns:mc='m'><w:t>Текст</w:t></mc:Fallback></w:p>"
    )
    assert pages(office.packed({"word/document.xml": body}), "docx") == [(None, "Текст")]


def test_slides_are_numbered_in_the_order_in_which_they_are_shown_without_hidden_ones():
    made = office.pptx(
        {
            "slide1.xml": office.slide("Показан вторым"),
            "slide2.xml": office.slide("Показан первым", "строка"),
            "slide3.xml": office.slide("Скрыт", attributes='show="0"'),
        },
        ["slide2.xml", "slide1.xml", "slide3.xml"],
    )
    assert pages(made, "pptx") == [(1, "Показан первым\nстрока"), (2, "Показан вторым")]


def test_of_sheets_names_and_texts_are_read_and_neither_numbers_nor_hidden_ones():
    workbook = openpyxl.Workbook()
    first = workbook.active
    first.title = "Класс 5"
    first.append(["Тема", "Часы"])
    first.append(["Дроби", 12])
    hidden = workbook.create_sheet("Оценки")
    hidden.append(["тайное"])
    hidden.sheet_state = "hidden"
    workbook.create_sheet("Класс 6").append(["Проценты"])
    output = BytesIO()
    workbook.save(output)
    assert pages(output.getvalue(), "xlsx") == [
        (1, "Класс 5\nТема Часы\nДроби"),
        (3, "Класс 6\nПроценты"),
    ]


def test_texts_that_stand_in_their_cells_are_read_like_shared_ones():
    rows = (
        '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>в ячейке</t></is></c>'
        '<c t="str"><f>A1</f><v>формула</v></c><c><v>5</v></c></row>'
    )
    made = office.xlsx({"Лист": rows}, ["общий"])
    assert pages(made, "xlsx") == [(1, "Лист\nобщий в ячейке формула")]


def test_an_open_document_text_is_read_with_the_pages_it_knows():
    made = office.open_document(
        "<office:text><text:tracked-changes><text:p>было</text:p></text:tracked-changes>"
        "<text:h>Заголовок</text:h><text:p>Один<text:s text:c='3'/>два"
        "<office:annotation><text:p>замечание</text:p></office:annotation></text:p>"
        "<text:soft-page-break/><text:p>Вторая страница</text:p></office:text>"
    )
    assert pages(made, "odt") == [(1, "Заголовок\nОдин два"), (2, "Вторая страница")]
    assert pages(office.open_document("<text:p>Без страниц</text:p>"), "odt") == [
        (None, "Без страниц")
    ]


def test_open_document_slides_and_sheets_are_pages():
    made = office.open_document(
        "<draw:page><text:p>Раз</text:p></draw:page><draw:page><text:p>Два</text:p></draw:page>"
    )
    assert pages(made, "odp") == [(1, "Раз"), (2, "Два")]
    made = office.open_document("<table:table><text:p>Ячейка</text:p></table:table>")
    assert pages(made, "ods") == [(1, "Ячейка")]


def test_a_pdf_is_read_page_by_page_and_pages_without_words_are_left_out():
    assert pages(office.pdf("Hello there", "", "Third page"), "pdf") == [
        (1, "Hello there"),
        (3, "Third page"),
    ]


def test_a_word_parted_at_the_end_of_a_line_is_whole():
    lines = b"BT /F1 12 Tf 14 TL 72 720 Td (self asses-) Tj T* (sment of pupils) Tj ET"
    ((_, text),) = pages(office.pdf(contents=[lines]), "pdf")
    assert "assessment" in text


def test_kazakh_in_a_pdf_of_the_demo_is_read():
    found = pages((DEMO / "e01-cards-kk.pdf").read_bytes(), "pdf")
    assert [number for number, _ in found] == [1, 2, 3]
    assert found[0][1].startswith("Өзін-өзі тексеру парақтары")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
def test_a_text_file_is_read_in_the_encodings_of_the_country(encoding: str):
    text = "Қазақ тілі және русский"
    assert pages(text.encode(encoding), "txt") == [(None, text)]


def test_russian_in_the_old_encoding_of_windows_is_read():
    assert pages("Урок труда".encode("cp1251"), "txt") == [(None, "Урок труда")]


def test_what_cannot_be_shown_or_stored_is_taken_out():
    assert pages("a\x01b\ufffe  c\t\td\r\n\r\n\n e".encode(), "txt") == [(None, "a b c d\ne")]


def test_text_is_cut_at_a_million_characters_and_says_so():
    found = read(b"word " * 250_000, "txt")
    assert found.cut
    assert len(found.pages[0].text) <= MAXIMUM_CHARACTERS
    assert not read(b"word " * 100_000, "txt").cut


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (office.docx(), "docx"),
        (office.pdf(""), "pdf"),
        (office.pptx({"slide1.xml": office.slide()}), "pptx"),
        (office.open_document("<text:p/>"), "odt"),
        (b" \n", "txt"),
    ],
)
def test_a_file_without_a_word_is_called_empty(content: bytes, kind: str):
    assert read(content, kind) == Extraction(State.EMPTY)


def test_an_extraction_passes_through_json():
    found = Extraction(State.READ, (PageText(1, "Қар"), PageText(None, "ы")), cut=True)
    assert Extraction.from_json(found.to_json()) == found
