"""What every engine must do. A class of tests for each engine subclasses `EngineContract`.

Numbers in names are those of the search's table of behaviours.
"""

from datetime import date

import pytest

from search.documents import Section, group_token
from search.query import SearchQuery
from search.readers import Reader
from tests.search.bank import Bank, document, section
from tests.search.conftest import Find
from tests.search.facet_contract import FacetContract
from tests.search.file_contract import FileContract
from tests.search.reading import keys, snippet, title
from tests.search.rescue_contract import RescueContract
from tests.search.scope_contract import ScopeContract


class EngineContract(FacetContract, FileContract, RescueContract, ScopeContract):
    """Fixtures `bank` and `find` must belong to the engine under test."""

    def test_1_other_forms_of_russian_words_are_found_and_marked(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(document(title="План урока математики, 5 класс"), document("page:2", "Отчёт"))
        (hit,) = find("планы уроков").hits
        assert hit.strong
        assert title(hit) == "[План урока] математики, 5 класс"

    def test_2_yo_and_ye_are_one_letter(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:1", "Учёба в селе"), document("page:2", "Учеба в городе"))
        assert set(keys(find("учеба"))) == set(keys(find("учёба"))) == {"page:1", "page:2"}

    @pytest.mark.parametrize("question", ["мектептерде", "мектептеріндегі"])
    def test_3_other_forms_of_kazakh_words_are_found(
        self, bank: Bank, find: Find, question: str
    ) -> None:
        bank.put(
            document("page:1", "Мектеп ережесі", language="kk"),
            document("page:2", "Мектептің жоспары", language="kk"),
            document("page:3", "Балабақша", language="kk"),
        )
        assert set(keys(find(question, "kk"))) == {"page:1", "page:2"}

    def test_4_kazakh_letters_need_not_be_typed(self, bank: Bank, find: Find) -> None:
        bank.put(document(title="Қазақ тілі", language="kk"))
        (hit,) = find("казак тили", "kk").hits
        assert title(hit) == "[Қазақ тілі]"

    def test_4_the_exact_spelling_comes_first(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "Казак тили", language="kk", published=date(2026, 9, 2)),
            document("page:2", "Қазақ тілі", language="kk", published=date(2026, 9, 1)),
        )
        assert keys(find("қазақ тілі", "kk")) == ["page:2", "page:1"]

    def test_5_the_mark_covers_the_word_whole(self, bank: Bank, find: Find) -> None:
        bank.put(document(title="Мұғалімдерге арналған нұсқаулық", language="kk"))
        (hit,) = find("мугалимдерге", "kk").hits
        assert title(hit) == "[Мұғалімдерге] арналған нұсқаулық"

    def test_13_numbers_must_match(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:3", "Класс 3"), document("page:5", "Класс 5"))
        assert keys(find("5 класс")) == ["page:5"]

    def test_14_a_quoted_phrase_must_stand_as_it_is(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "План урока"),
            document("page:2", "План открытого урока"),
            document("page:3", "Планы уроков"),
        )
        assert keys(find('"план урока"')) == ["page:1"]
        assert keys(find("«план урока»")) == ["page:1"]

    def test_14_a_phrase_does_not_reach_across_sections(self, bank: Bank, find: Find) -> None:
        bank.put(document(sections=(section("Годовой план"), section("Урока не было"))))
        assert find('"план урока"').strong_total == 0

    def test_14_a_phrase_reaches_across_the_passages_of_a_section(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(document(text="слово " * 299 + "план урока " + "слово " * 50))
        assert find('"план урока"').strong_total == 1

    def test_14_an_excluded_word_excludes_all_its_forms(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:1", "План работы"), document("page:2", "Планы уроков"))
        assert keys(find("план -урок")) == ["page:1"]

    def test_14_a_hyphen_inside_a_word_excludes_nothing(self, bank: Bank, find: Find) -> None:
        bank.put(document(title="Ата-аналар жиналысы", language="kk"))
        assert find("ата-аналар", "kk").total == 1

    @pytest.mark.parametrize("question", ["и в на", "мен және"])
    def test_15_stop_words_alone_still_find(self, bank: Bank, find: Find, question: str) -> None:
        bank.put(document(text="и мы пошли в школу на урок, біз және сіз, мен"))
        assert find(question).total == 1

    @pytest.mark.parametrize(
        "question",
        ["*", '"', '""', "AND", "OR NOT", "a:b", "(", "NEAR(a b)", "title:урок", "^урок", "урок*",
         "а" * 5_000, "урок\x00план", "🙂", "\ud7ff", "-", "--", "-(", "'; DROP TABLE state; --", "\\", "%", "{a}"],
    )  # fmt: skip
    def test_16_nothing_typed_is_syntax_or_an_error(
        self, bank: Bank, find: Find, question: str
    ) -> None:
        bank.put(document(title="План урока"))
        assert find(question).total in (0, 1)

    def test_18_who_lacks_every_token_of_a_document_learns_nothing_of_it(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            document("page:1", "Урок", visibility=("signed-in",), facets={"type": ("guide",)}),
            document("page:2", "Урок", visibility=(group_token(3),)),
            document("page:3", "Урок"),
        )
        anyone = find("урок", counted=("type",))
        assert (keys(anyone), anyone.total, anyone.strong_total) == (["page:3"], 1, 1)
        assert "guide" not in anyone.facets["type"]
        signed_in = find("урок", reader=Reader("ru", frozenset(("public", "signed-in"))))
        assert set(keys(signed_in)) == {"page:1", "page:3"}
        member = find("урок", reader=Reader("ru", frozenset(("public", "signed-in", "group:3"))))
        assert member.total == 3

    def test_18_a_hidden_document_does_not_push_others_out(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "Урок урок урок", visibility=("signed-in",)),
            document("page:2", "План", text="Урок среди многих других слов этого плана работы"),
        )
        assert keys(find("урок")) == ["page:2"]

    def test_20_what_is_gone_from_the_source_is_gone_from_the_index(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(document(title="Урок"))
        assert find("урок").total == 1
        bank.documents_by_key.clear()
        assert find("урок").total == 0

    def test_20_a_changed_text_is_found_by_its_new_words_only(self, bank: Bank, find: Find) -> None:
        bank.put(document(title="Урок", text="старое содержание"))
        assert find("содержание").total == 1
        bank.put(document(title="Урок", text="новый рассказ"))
        assert find("рассказ").total == 1
        assert find("содержание").strong_total == 0

    def test_25_equal_relevance_puts_the_newer_first(self, bank: Bank, find: Find) -> None:
        for day in (3, 1, 2):
            bank.put(document(f"page:{day}", "Урок чтения", published=date(2026, 9, day)))
        assert keys(find("чтение")) == ["page:3", "page:2", "page:1"]

    def test_25_pages_neither_repeat_nor_lose_a_hit(self, bank: Bank, find: Find) -> None:
        bank.put(*(document(f"page:{number}", "Урок") for number in range(25)))
        pages = [find("урок", page=page) for page in (1, 2, 3, 4)]
        seen = [key for page in pages for key in keys(page)]
        assert sorted(seen) == sorted(bank.keys())
        assert [len(page.hits) for page in pages] == [10, 10, 5, 0]
        assert pages[0].page_count == 3

    def test_without_words_everything_is_listed_newest_first(self, bank: Bank, find: Find) -> None:
        for day in (2, 3, 1):
            bank.put(document(f"page:{day}", "Урок", published=date(2026, 9, day)))
        assert keys(find()) == ["page:3", "page:2", "page:1"]

    def test_a_document_without_a_date_is_listed_last(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:1", published=None), document("page:2", published=date(1999, 1, 1)))
        assert keys(find()) == ["page:2", "page:1"]

    def test_a_strong_hit_has_half_of_the_words_by_their_rarity(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            document("page:1", "Карточки самопроверки"),
            document("page:2", "Карточки"),
            *(document(f"page:{number}", "Диктант") for number in range(3, 9)),
        )
        hits = find("карточки самопроверки диктант").hits
        assert {hit.key for hit in hits if hit.strong} == {"page:1"}

    def test_what_is_only_similar_is_said_to_be(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:1", "Аттестация педагога"), document("page:2", "Диктант"))
        results = find("атестация")
        assert keys(results) == ["page:1"]
        assert results.only_near
        assert not results.hits[0].strong

    def test_similar_letters_make_no_hit_beside_a_strong_one(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:1", "Сочинение"), document("page:2", "Сочинительский"))
        assert "page:2" not in keys(find("сочинение"))

    def test_a_word_in_the_title_weighs_more_than_in_the_text(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "Диктант", text="Сочинение на вольную тему в старших классах"),
            document("page:2", "Сочинение", text="Диктант на вольную тему в старших классах"),
        )
        assert keys(find("сочинение")) == ["page:2", "page:1"]

    def test_keywords_are_found_and_never_quoted(self, bank: Bank, find: Find) -> None:
        bank.put(document(title="Урок", text="Описание опыта", keywords=("рефлексия",)))
        (hit,) = find("рефлексия").hits
        assert snippet(hit) == "Описание опыта"

    def test_decision_9_translations_are_one_hit_in_the_readers_language(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            document("page:1", "Биология", "Жасуша", "kk", group="0214", display={"kk": {"url": "/a/"}}),
            document("page:2", "Биология", "Клетка", group="0214", display={"ru": {"url": "/b/"}}),
        )  # fmt: skip
        in_kazakh, in_russian = find("биология", "kk"), find("биология", "ru")
        assert (keys(in_kazakh), in_kazakh.total) == (["page:1"], 1)
        assert (keys(in_russian), in_russian.hits[0].display) == (["page:2"], {"url": "/b/"})

    def test_decision_9_the_quote_comes_from_the_translation_that_was_found(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            document("page:1", "Тәжірибе", "Жасуша туралы", "kk", group="0214"),
            document("page:2", "Опыт", "О клетке", group="0214", display={"kk": {"url": "/b/"}}),
        )
        (hit,) = find("клетка", "kk").hits
        assert hit.key == "page:1"
        assert (snippet(hit), hit.snippet.language) == ("О [клетке]", "ru")
        assert hit.found_in.language == "ru"
        assert hit.found_in.display == hit.quoted == {"url": "/b/"}

    def test_decision_9_a_hit_whose_own_version_has_the_words_names_no_other(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            document("page:1", "Тәжірибе", "Клетка туралы", "kk", group="0214"),
            document("page:2", "Опыт", "О клетке, клетки и клеток", group="0214"),
        )
        for text in ("клетка", ""):
            (hit,) = find(text, "kk").hits
            assert (hit.key, hit.found_in, hit.quoted) == ("page:1", None, hit.display)

    def test_a_snippet_names_its_section_in_the_readers_language(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(document(text="Тетради проверены"))
        assert find("тетрадь", "kk").hits[0].snippet.label == "Нәтижелілігі"
        assert find("тетрадь", "ru").hits[0].snippet.label == "Результативность"

    def test_a_snippet_shows_the_place_with_most_words_of_the_question(
        self, bank: Bank, find: Find
    ) -> None:
        filling = "и так далее без конца " * 20
        text = f"Тетради. {filling} Проверка тетрадей соседом. {filling}"
        bank.put(document(text=text))
        (hit,) = find("проверка тетрадей").hits
        assert "[Проверка тетрадей]" in snippet(hit)
        assert snippet(hit).startswith("…")
        assert snippet(hit).endswith("…")
        assert len(snippet(hit)) < 260

    def test_markup_in_a_text_stays_text(self, bank: Bank, find: Find) -> None:
        bank.put(document(title="<b>Урок</b>", text="<script>alert('урок')</script>"))
        (hit,) = find("урок").hits
        assert "<b>" in title(hit)
        assert "<script>" in snippet(hit)

    def test_sections_are_read_by_their_own_language(self, bank: Bank, find: Find) -> None:
        sections = (
            Section("summary", "Мектептеріміздегі сабақтар", "kk"),
            Section("results", "Тетради учеников", "ru"),
        )
        bank.put(document(title="Опыт", sections=sections))
        assert find("мектеп сабақ").strong_total == 1
        assert find("ученик тетрадь").strong_total == 1

    def test_a_document_of_punctuation_is_listed(self, bank: Bank, find: Find) -> None:
        bank.put(document(title="№ — …"))
        (hit,) = find().hits
        assert title(hit) == "№ — …"
        assert hit.snippet is None

    def test_an_empty_bank_answers(self, find: Find) -> None:
        assert find("урок").total == find().total == 0

    def test_a_rebuild_counts_documents_and_reports_progress(self, bank: Bank, engine) -> None:
        bank.put(*(document(f"page:{number:03}", "Урок") for number in range(120)))
        seen: list[tuple[int, int]] = []
        assert engine.rebuild(lambda done, total: seen.append((done, total))) == 120
        assert seen[-1] == (120, 120)
        assert engine.search(SearchQuery(), Reader("ru")).complete
