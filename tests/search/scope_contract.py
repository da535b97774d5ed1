"""Words looked for in a part of a document: part of the contract of every engine."""

from tests.search.bank import Bank, document, section
from tests.search.conftest import Find
from tests.search.reading import keys, snippet


class ScopeContract:
    def test_29_the_scope_changes_the_hits_exactly(self, bank: Bank, find: Find) -> None:
        parts = ("results", "conditions", "steps", "relevance")
        for number, part in enumerate(parts):
            bank.put(document(f"page:{number}", sections=(section("Тетради", name=part),)))
        bank.put(document("page:9", "Тетради"))
        assert find("тетрадь").total == 5
        for number, part in enumerate(parts[:3]):
            assert keys(find("тетрадь", scope=part)) == [f"page:{number}"]
        assert keys(find("тетрадь", scope="title")) == ["page:9"]

    def test_29_all_words_must_stand_in_the_scope_to_cover_it(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", sections=(section("Тетради проверены"), section("Журнал", name="steps"))),
            document("page:2", sections=(section("Тетради в клетку"), section("Проверены", name="steps"))),
        )  # fmt: skip
        assert find("тетради проверены 5", scope="steps").strong_total == 0
        assert keys(find('"тетради проверены"', scope="results")) == ["page:1"]
        assert find('"тетради проверены"', scope="steps").strong_total == 0
        assert keys(find("тетради -клетка", scope="results")) == ["page:1"]

    def test_29_the_snippet_comes_from_the_scope(self, bank: Bank, find: Find) -> None:
        sections = (
            section("Тетради и проверка тетрадей", name="relevance"),
            section("В итоге тетради чище"),
        )
        bank.put(document(sections=sections))
        (hit,) = find("проверка тетрадей", scope="results").hits
        assert snippet(hit) == "В итоге [тетради] чище"

    def test_29_facets_count_what_the_scope_leaves(self, bank: Bank, find: Find) -> None:
        for number, part in enumerate(("results", "steps", "steps")):
            facets = {"type": ("guide" if part == "steps" else "experience",)}
            sections = (section("Тетради", name=part),)
            bank.put(document(f"page:{number}", sections=sections, facets=facets))
        results = find("тетрадь", scope="steps", counted=("type",))
        assert results.facets == {"type": {"guide": 2}}

    def test_29_a_scope_without_words_changes_nothing(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:1", "Урок"))
        assert find(scope="results").total == 1

    def test_29_in_a_scope_too_a_long_document_says_less_by_a_word(
        self, bank: Bank, find: Find
    ) -> None:
        others = " ".join(f"слово{number}" for number in range(90))
        bank.put(
            document("page:1", sections=(section("Тетради"), section(others, name="relevance"))),
            document("page:2", sections=(section("Тетради"), section("Журнал", name="relevance"))),
        )
        assert keys(find("тетрадь", scope="results")) == ["page:2", "page:1"]
