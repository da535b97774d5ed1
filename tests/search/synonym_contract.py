"""Questions widened by synonyms: part of the contract of every engine."""

import pytest

from search.models import SynonymGroup
from tests.search.bank import Bank, document
from tests.search.conftest import Find
from tests.search.reading import keys, title


def synonyms(words_ru: str, words_kk: str) -> SynonymGroup:
    return SynonymGroup.objects.create(words_ru=words_ru, words_kk=words_kk)


class SynonymContract:
    def test_12_the_same_in_the_other_language_is_found_below(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "План урока"),
            document("page:2", "Сабақ жоспары", language="kk"),
            document("page:3", "План школы"),
        )
        synonyms("план урока", "сабақ жоспары")
        results = find("сабақ жоспары")
        assert keys(results) == ["page:2", "page:1"]
        assert results.strong_total == 2
        assert title(results.hits[1]) == "[План урока]"
        literal, translated = (hit.found_by for hit in results.hits)
        assert literal is None
        assert translated == ("сабақ жоспары", "план урока")

    def test_12_a_synonym_beside_the_word_itself_is_no_reason(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:1", "Ученик и учащийся"), document("page:2", "Учащиеся", "Сад"))
        synonyms("ученик, учащийся", "оқушы")
        reasons = {hit.key: hit.found_by for hit in find("ученики и сад").hits}
        assert reasons == {"page:1": None, "page:2": ("ученики", "учащийся")}

    def test_12_all_words_of_a_synonym_are_needed(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "План школы"), document("page:2", "Сабақ жоспары", language="kk")
        )
        synonyms("план урока", "сабақ жоспары")
        assert keys(find("сабақ жоспары")) == ["page:2"]

    def test_12_other_forms_of_the_words_are_widened_too(self, bank: Bank, find: Find) -> None:
        bank.put(document("page:1", "Оқушының жұмысы", language="kk"))
        synonyms("ученик, учащийся", "оқушы")
        assert keys(find("учениками")) == keys(find("учащихся")) == ["page:1"]

    @pytest.mark.parametrize("typed", ["СОЧ", "соч"])
    def test_13_abbreviations_are_exact(self, bank: Bank, find: Find, typed: str) -> None:
        bank.put(
            document("page:1", "ТЖБ тапсырмалары", language="kk"),
            document("page:2", "Суммативное оценивание за четверть"),
            document("page:3", "Сочинение о Сочи"),
            document("page:4", "СОЧ по биологии"),
        )
        synonyms("СОЧ, суммативное оценивание за четверть", "ТЖБ")
        results = find(typed)
        assert keys(results)[0] == "page:4"
        assert set(keys(results)) == {"page:1", "page:2", "page:4"}

    def test_13_numbers_must_match_beside_a_synonym(self, bank: Bank, find: Find) -> None:
        bank.put(
            document("page:1", "БЖБ 5 сынып", language="kk"),
            document("page:2", "СОР 5 класс"),
            document("page:3", "СОР 6 класс"),
        )
        synonyms("СОР", "БЖБ")
        synonyms("класс", "сынып")
        assert keys(find("БЖБ 5 сынып")) == ["page:1", "page:2"]

    def test_20_a_changed_synonym_takes_hold_with_the_next_question(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(document("page:1", "Ұстаз", language="kk"))
        assert find("педагог").total == 0
        group = synonyms("педагог", "ұстаз")
        assert keys(find("педагог")) == ["page:1"]
        group.words_kk = "мұғалім"
        group.save()
        assert find("педагог").total == 0
        group.delete()
        assert find("мұғалім").total == 0
