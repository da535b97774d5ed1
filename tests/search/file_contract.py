"""Words inside attached files: part of the contract of every engine."""

from search.documents import Section
from tests.search.bank import Bank, document
from tests.search.conftest import Find
from tests.search.reading import keys, snippet


def page_of_a_file(text: str, number: int, language: str = "ru") -> Section:
    labels = {
        "ru": f"в файле «Карточки», с. {number}",
        "kk": f"«Карточки» файлында, б. {number}",
    }
    return Section("file-7", text, language, labels)


class FileContract:
    def test_17_a_word_in_a_file_is_quoted_from_its_page(self, bank: Bank, find: Find) -> None:
        pages = (
            page_of_a_file("Карточки для второго класса", 1),
            page_of_a_file("В первом стоге восемнадцать тюков", 2),
        )
        bank.put(document("page:1", "Опыт", sections=pages), document("page:2", "Стол"))
        (hit,) = find("стога").hits
        assert (hit.key, hit.strong) == ("page:1", True)
        assert snippet(hit) == "В первом [стоге] восемнадцать тюков"
        assert (hit.snippet.section, hit.snippet.label) == ("file-7", "в файле «Карточки», с. 2")
        (hit,) = find("стога", "kk").hits
        assert hit.snippet.label == "«Карточки» файлында, б. 2"

    def test_17_a_file_in_the_other_language_is_read_by_its_own(
        self, bank: Bank, find: Find
    ) -> None:
        page = page_of_a_file("Ауылдағы мектептерде оқушылар өздерін тексереді", 1, "kk")
        bank.put(document("page:1", "Опыт", sections=(page,)), document("page:2", "Мебель"))
        assert keys(find("мектебі")) == ["page:1"]
        assert find("мектебі").hits[0].snippet.language == "kk"
