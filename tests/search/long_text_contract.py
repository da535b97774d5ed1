"""Hits in long files: part of the contract of every engine."""

from tests.search.bank import Bank, document, section
from tests.search.conftest import Find
from tests.search.reading import snippet

# Some 14,000 words; every passage of them has the word журнал.
FILLING = "и так далее без конца в журнале " * 1000
FAR = f"{FILLING} Проверка тетрадей соседом. {FILLING}"


class LongTextContract:
    def test_the_best_place_of_a_long_text_is_shown(self, bank: Bank, find: Find) -> None:
        bank.put(document(text=FAR))
        (hit,) = find("проверка тетрадей в журнале").hits
        assert "[журнале]" in snippet(hit)
        assert "Проверка тетрадей]" in snippet(hit)

    def test_29_in_a_long_text_the_place_is_in_the_scope(self, bank: Bank, find: Find) -> None:
        sections = (section(FAR, name="relevance"), section("В итоге тетради чище"))
        bank.put(document(sections=sections))
        (hit,) = find("проверка тетрадей", scope="results").hits
        assert snippet(hit) == "В итоге [тетради] чище"

    def test_a_long_text_without_the_words_is_shown_from_its_beginning(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(document(title="Домбыра", text=f"Начало. {FAR}"))
        (hit,) = find("домбыра").hits
        assert snippet(hit).startswith("Начало. и так далее")

    def test_a_long_text_that_was_taken_out_is_found_no_more(self, bank: Bank, find: Find) -> None:
        bank.put(document(text=FAR))
        assert find("тетрадь").total == 1
        bank.put(document(text=f"{FILLING} Проверка дневников. {FILLING}"))
        assert find("тетрадь").total == 0
        assert "[дневников]" in snippet(find("дневник").hits[0])
