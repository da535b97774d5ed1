"""What puts one hit above another: part of the contract of every engine."""

from tests.search.bank import Bank, document
from tests.search.conftest import Find
from tests.search.reading import keys


class RankingContract:
    def test_neighbours_that_stand_as_typed_go_first(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "Школа аула весной"),
            document("page:2", "Весной аул, школа"),
            document("page:3", "Школа весной, аул"),
        )
        assert keys(find("аул школа"))[0] == "page:2"
        assert keys(find("школа весной"))[0] == "page:3"

    def test_in_a_long_question_neighbours_say_nothing(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "Аул, школа, учитель, весна"),
            document("page:2", "Весна, учитель, школа, аул"),
        )
        first, second = find("аул школа учитель весна").hits
        assert first.score == second.score
        first, second = find("аул школа учитель").hits
        assert (first.key, first.score > second.score) == ("page:1", True)

    def test_a_text_with_every_word_of_a_short_question_goes_before_one_full_of_one(
        self, bank: Bank, find: Find
    ) -> None:
        rest = " ".join(f"слово{number}" for number in range(80))
        bank.put(
            document("page:1", "Материал", text="Теплица, теплица! Теплица, теплица, теплица"),
            document("page:2", "Материал", text=f"Теплица {rest} рассада"),
            *(
                document(f"page:{number}", "Материал", text=f"Рассада {rest}")
                for number in "345678"
            ),
            document("page:9", "Материал", text=rest),
        )
        assert keys(find("теплица рассада"))[0] == "page:2"

    def test_a_permanent_number_is_found_without_its_leading_zeros(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            document("page:1", "Спортзал", keywords=("0199",)),
            document("page:2", "Зал", keywords=("1990",)),
        )
        assert keys(find("№ 199")) == keys(find("0199")) == ["page:1"]

    def test_the_parts_of_a_hyphenated_word_cover_no_more_than_one_word(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            document("page:1", "Ата-аналар жиналысы", language="kk"),
            document("page:2", "Ата-аналар", language="kk"),
            document("page:3", "Жиналыс", language="kk"),
            document("page:4", "Жиналыс", language="kk"),
        )
        assert find("ата-аналар жиналысы", "kk").strong_total == 2
        assert find("ата аналар жиналысы", "kk").strong_total == 2
