"""The rescue order over an engine: part of the contract of every engine."""

import pytest

from search.readers import Reader
from search.results import Correction
from tests.search.bank import Bank, document
from tests.search.conftest import Find
from tests.search.reading import keys

LESSONS = [
    document("page:1", "Сабақ жоспары", "Мұғалім үшін", "kk"),
    document("page:2", "Тәрбие сағаты", "Сыныптағы жұмыс", "kk"),
    document("page:3", "План урока", "Аттестация педагогов, 5 класс"),
]


class RescueContract:
    @pytest.mark.parametrize(
        ("typed", "meant", "kind", "found"),
        [
            ("ehjr", "урок", "layout", "page:3"),
            ("cf,f0", "сабақ", "layout", "page:1"),
            ("саба0", "сабақ", "layout", "page:1"),
            ("м95ал3м", "мұғалім", "layout", "page:1"),
            ("т2рбие", "тәрбие", "layout", "page:2"),
            ("сщтеуте", "content", "layout", "page:4"),
            ("sabaq", "сабақ", "latin", "page:1"),
            ("mugalim", "мұғалім", "latin", "page:1"),
            ("muğalım", "мұғалім", "latin", "page:1"),
            ("attestaciya", "аттестация", "latin", "page:3"),
            ("attestatsiya", "аттестация", "latin", "page:3"),
            ("атестация педагогов", "аттестация педагогов", "spelling", "page:3"),
        ],
    )
    def test_6_7_9_10_11_what_is_found_by_a_correction_is_said(
        self, bank: Bank, rescued: Find, typed: str, meant: str, kind: str, found: str
    ) -> None:
        bank.put(*LESSONS, document("page:4", "Content area"), document("page:5", "Сочинение"))
        results = rescued(typed)
        assert found in keys(results)
        assert results.strong_total
        assert results.correction == Correction(kind, meant, typed, applied=True)
        assert results.query.text == typed

    def test_6_the_words_as_typed_can_be_asked_for(self, bank: Bank, rescued: Find) -> None:
        bank.put(*LESSONS)
        results = rescued("ehjr", raw=True)
        assert (results.total, results.correction) == (0, None)

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("5 сынып", "page:1"),
            ("класс 3", "page:2"),
            ("№ 130", "page:3"),
            ("2024-2025", "page:4"),
        ],
    )
    def test_8_digits_that_are_digits_stay(
        self, bank: Bank, rescued: Find, typed: str, found: str
    ) -> None:
        bank.put(
            document("page:1", "5 сынып", language="kk"),
            document("page:2", "Класс 3"),
            document("page:3", "Школа № 130"),
            document("page:4", "План на 2024-2025 год"),
            document("page:5", "Ғ і ң мен қ", language="kk"),
        )
        results = rescued(typed)
        assert keys(results)[0] == found
        assert results.correction is None

    def test_11_a_correction_is_offered_where_the_words_as_typed_find_a_little(
        self, bank: Bank, rescued: Find
    ) -> None:
        bank.put(
            document("page:1", "Открытый урок чтения"),
            *(document(f"page:{number}", "Урок математики") for number in range(2, 5)),
            *(document(f"page:{number}", "Диктант") for number in range(5, 25)),
        )
        results = rescued("открытый урок матиматики")
        assert keys(results)[0] == "page:1"
        assert results.correction == Correction(
            "spelling", "открытый урок математики", "открытый урок матиматики", applied=False
        )

    def test_11_what_finds_enough_is_not_corrected(self, bank: Bank, rescued: Find) -> None:
        bank.put(*(document(f"page:{number}", "Открытый урок чтения") for number in range(3)))
        bank.put(*(document(f"page:{number}", "Математика") for number in range(3, 30)))
        results = rescued("открытый урок чтения матиматика")
        assert (results.strong_total, results.correction) == (3, None)

    def test_18_no_correction_leads_to_a_word_that_the_reader_may_not_read(
        self, bank: Bank, rescued: Find
    ) -> None:
        bank.put(
            document("page:1", "Самопроверка", visibility=("signed-in",)),
            document("page:2", "Диктант"),
        )
        assert rescued("cfvjghjdthrf").correction is None
        signed_in = Reader("ru", frozenset(("public", "signed-in")))
        assert rescued("cfvjghjdthrf", reader=signed_in).correction is None
        bank.put(document("page:3", "Самопроверка"))
        assert rescued("cfvjghjdthrf").correction is not None

    def test_22_a_filter_that_leaves_nothing_is_no_reason_for_a_correction(
        self, bank: Bank, rescued: Find
    ) -> None:
        bank.put(*(document(f"page:{number}", "Урокк") for number in range(3)))
        bank.put(*(document(f"page:{number}", "Урок") for number in range(4, 9)))
        assert rescued("урокк", facets={"type": ("guide",)}).correction is None
