"""Words that the cabinet has protected: part of the contract of every engine."""

from search.models import ProtectedWord
from tests.search.bank import Bank, document
from tests.search.conftest import Find
from tests.search.reading import keys


class ProtectionContract:
    def test_20_a_protected_word_is_no_longer_taken_for_another(
        self, bank: Bank, find: Find
    ) -> None:
        bank.put(
            document("page:1", "Поездка в Коксу"),
            document("page:2", "Выплавка кокса"),
            document("page:3", "Түргендегі мектеп", language="kk"),
            document("page:4", "Түрлер мен түстер", language="kk"),
        )
        assert set(keys(find("коксу"))) == {"page:1", "page:2"}
        assert set(keys(find("түргенге", "kk"))) == {"page:3", "page:4"}
        river = ProtectedWord.objects.create(word="Коксу")
        ProtectedWord.objects.create(word="Түрген")
        assert keys(find("коксу")) == ["page:1"]
        assert keys(find("кокс")) == ["page:2"]
        assert keys(find("түргенге", "kk")) == keys(find("түрген", "kk")) == ["page:3"]
        river.delete()
        assert set(keys(find("коксу"))) == {"page:1", "page:2"}
