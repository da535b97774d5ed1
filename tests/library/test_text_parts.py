"""The text of files as paragraphs in parts."""

from library.extraction.outcome import PageText
from library.text_parts import PagePart, parts_of


def test_lines_are_paragraphs_under_their_pages():
    pages = [PageText(1, "а\nб"), PageText(3, "в")]
    assert parts_of(pages, "docx") == [[PagePart(1, ["а", "б"]), PagePart(3, ["в"])]]


def test_full_lines_of_a_pdf_are_joined_and_a_short_one_ends_the_paragraph():
    text = "Ученик сам находит свою ошибку\nи объясняет её соседу\nКонец\nНовая мысль в длинной строке тут"
    joined = [
        "Ученик сам находит свою ошибку и объясняет её соседу",
        "Конец",
        "Новая мысль в длинной строке тут",
    ]
    assert parts_of([PageText(1, text)], "pdf") == [[PagePart(1, joined)]]
    assert parts_of([PageText(1, text)], "txt") == [[PagePart(1, text.split("\n"))]]


def test_a_long_text_is_parted_without_losing_a_letter():
    pages = [PageText(number, "\n".join(["слово"] * 10)) for number in (1, 2, 3)]
    parts = parts_of(pages, "docx", most=60)
    sizes = [sum(map(len, (p for page in part for p in page.paragraphs))) for part in parts]
    assert sizes == [60, 60, 30]
    assert [page.number for part in parts for page in part] == [1, 2, 2, 3, 3]


def test_a_paragraph_longer_than_a_part_is_cut():
    parts = parts_of([PageText(None, "а" * 25)], "txt", most=10)
    assert [part[0].paragraphs for part in parts] == [["а" * 10], ["а" * 10], ["а" * 5]]
