"""Filters, counts and orders: part of the contract of every engine."""

from datetime import date

from search.readers import Reader
from tests.search.bank import Bank, document
from tests.search.conftest import Find
from tests.search.reading import keys

COUNTED = ("type", "subject", "grade", "language")


def lesson(number: int, subject: str, *grades: str, title: str = "Урок", **changes):
    """An experience about a subject for some grades."""
    facets = {"type": ("experience",), "subject": (subject,), "grade": grades}
    return document(f"page:{number}", title, facets=facets, **changes)


class FacetContract:
    def test_22_values_of_a_facet_widen_and_facets_narrow(self, bank: Bank, find: Find) -> None:
        for number, (subject, grade) in enumerate(
            [("mathematics", "3"), ("mathematics", "4"), ("physics", "3"), ("physics", "5")]
        ):
            facets = {"subject": (subject,), "grade": (grade,)}
            bank.put(document(f"page:{number}", "Урок", facets=facets))
        chosen = {"subject": ("mathematics", "physics"), "grade": ("3",)}
        for text in ("урок", ""):
            assert set(keys(find(text, facets=chosen))) == {"page:0", "page:2"}
            assert find(text, facets={"grade": ("3", "4")}).total == 3

    def test_22_counts_are_of_all_hits_not_of_one_page(self, bank: Bank, find: Find) -> None:
        bank.put(*(lesson(number, "mathematics", "3") for number in range(13)))
        bank.put(lesson(20, "physics", "3"), lesson(21, "physics", "3", title="Отчёт"))
        results = find("урок", counted=COUNTED)
        assert results.facets["subject"] == {"mathematics": 13, "physics": 1}
        assert find(counted=("subject",)).facets == {"subject": {"mathematics": 13, "physics": 2}}

    def test_22_the_counts_of_a_facet_ignore_its_own_choice(self, bank: Bank, find: Find) -> None:
        bank.put(
            lesson(1, "mathematics", "3"),
            lesson(2, "mathematics", "4"),
            lesson(3, "physics", "3"),
            lesson(4, "physics", "5"),
        )
        for text in ("урок", ""):
            chosen = {"subject": ("mathematics",)}
            facets = find(text, facets=chosen, counted=COUNTED).facets
            assert facets["subject"] == {"mathematics": 2, "physics": 2}
            assert facets["grade"] == {"3": 1, "4": 1}
            chosen["grade"] = ("3",)
            facets = find(text, facets=chosen, counted=COUNTED).facets
            assert facets["subject"] == {"mathematics": 1, "physics": 1}
            assert facets["grade"] == {"3": 1, "4": 1}

    def test_22_a_count_is_the_number_of_hits_when_the_value_is_chosen(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            *(lesson(number, "mathematics", "3", title="Карточки самопроверки") for number in range(4)),
            *(lesson(number, "physics", "4", "5", title="Карточки") for number in range(4, 9)),
            *(lesson(number, "physics", "1", title="Диктант") for number in range(9, 30)),
        )  # fmt: skip
        results = find("карточки самопроверки", counted=COUNTED)
        assert results.facets["grade"]["3"] == 4
        for facet in ("grade", "subject"):
            for value, count in results.facets[facet].items():
                chosen = find("карточки самопроверки", facets={facet: (value,)})
                assert chosen.total == count

    def test_22_a_value_that_no_hit_has_is_not_counted(self, bank: Bank, find: Find) -> None:
        bank.put(lesson(1, "mathematics", "3"), lesson(2, "physics", "3", title="Отчёт"))
        assert find("урок", counted=COUNTED).facets["subject"] == {"mathematics": 1}
        assert find("сочинение", counted=("subject",)).facets == {"subject": {}}
        assert find("урок").facets == {}

    def test_22_a_choice_that_no_document_has_leaves_nothing(self, bank: Bank, find: Find) -> None:
        bank.put(lesson(1, "mathematics", "3"))
        results = find("урок", facets={"grade": ("5",)}, counted=COUNTED)
        assert (results.total, results.facets["grade"]) == (0, {"3": 1})
        assert results.facets["subject"] == {}

    def test_22_a_changed_facet_is_counted_anew(self, bank: Bank, find: Find) -> None:
        bank.put(lesson(1, "mathematics", "3"), lesson(2, "mathematics", "3"))
        assert find(counted=("subject",)).facets["subject"] == {"mathematics": 2}
        bank.put(lesson(2, "physics", "3"))
        assert find(counted=("subject",)).facets["subject"] == {"mathematics": 1, "physics": 1}
        del bank.documents_by_key["page:1"]
        assert find(counted=("subject",)).facets["subject"] == {"physics": 1}

    def test_decision_9_a_material_and_its_translation_count_once(
        self, bank: Bank, find: Find
    ) -> None:
        def facets(language: str, *more: str) -> dict[str, tuple[str, ...]]:
            return {"language": (language,), "subject": ("biology", *more)}

        bank.put(
            document("page:1", "Биология", language="kk", group="0214", facets=facets("kk")),
            document("page:2", "Биология", group="0214", facets=facets("ru", "physics")),
            document("page:3", "Биология", facets=facets("ru")),
        )
        for text in ("биология", ""):
            results = find(text, counted=COUNTED)
            assert results.total == results.strong_total == 2
            assert results.facets["subject"] == {"biology": 2, "physics": 1}
            assert results.facets["language"] == {"kk": 1, "ru": 2}
            kazakh = find(text, facets={"language": ("kk",)}, counted=COUNTED)
            assert (keys(kazakh), kazakh.facets["subject"]) == (["page:1"], {"biology": 1})
            assert kazakh.facets["language"] == {"kk": 1, "ru": 2}

    def test_18_counts_hold_only_what_the_reader_may_see(self, bank: Bank, find: Find) -> None:
        bank.put(
            lesson(1, "mathematics", "3"),
            lesson(2, "mathematics", "3", visibility=("signed-in",)),
            lesson(3, "physics", "3", visibility=("signed-in",)),
        )
        signed_in = Reader("ru", frozenset(("public", "signed-in")))
        for text in ("урок", ""):
            assert find(text, counted=("subject",)).facets["subject"] == {"mathematics": 1}
            counts = find(text, counted=("subject",), reader=signed_in).facets["subject"]
            assert counts == {"mathematics": 2, "physics": 1}

    def test_hits_can_be_ordered_by_date(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "Урок урока", published=date(2026, 1, 1)),
            document("page:2", "План", text="один урок из многих", published=date(2026, 2, 1)),
        )
        assert keys(find("урок")) == ["page:1", "page:2"]
        assert keys(find("урок", sort="date")) == ["page:2", "page:1"]

    def test_hits_can_be_ordered_by_title_in_the_kazakh_alphabet(
        self, bank: Bank, find: Find
    ) -> None:
        titles = ["Іні сабағы", "Әліппе сабағы", "Яғни сабақ", "Ана тілі сабағы", "«Құс» сабағы"]
        for number, name in enumerate(titles):
            bank.put(document(f"page:{number}", name, language="kk"))
        in_order = ["page:3", "page:1", "page:4", "page:0", "page:2"]
        assert keys(find("сабақ", "kk", sort="title")) == in_order
        assert keys(find("", "kk", sort="title")) == in_order

    def test_titles_are_ordered_as_they_are_shown(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "Яғни", "биология", language="kk", group="0214"),
            document("page:2", "Азбука", "биология", group="0214"),
            document("page:3", "Букварь", "биология"),
        )
        assert keys(find("биология", "kk", sort="title")) == ["page:3", "page:1"]
        assert keys(find("биология", "ru", sort="title")) == ["page:2", "page:3"]

    def test_a_title_counts_as_it_is_shown_though_only_the_translation_has_the_word(
        self, bank: Bank, find: Find
    ) -> None:
        physics = {"subject": ("physics",)}
        bank.put(
            document("page:1", "Яғни", "биология", language="kk", group="0214", facets=physics),
            document("page:2", "Азбука", "другое", group="0214"),
            document("page:3", "Букварь", "биология", facets=physics),
        )
        hits = find("биология", "ru", sort="title").hits
        assert [(hit.key, hit.strong) for hit in hits] == [("page:2", True), ("page:3", True)]
        assert (hits[0].found_in is None, hits[1].found_in is None) == (False, True)
        assert keys(find("биология", "kk", sort="title")) == ["page:3", "page:1"]
        filtered = find("биология", "ru", sort="title", facets=physics)
        assert keys(filtered) == ["page:3", "page:1"]
