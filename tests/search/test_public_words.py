"""The words that corrections may lead to are counted as documents come and go."""

import pytest

from search.documents import PUBLIC, SIGNED_IN
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.bank import Bank, document

pytestmark = pytest.mark.django_db

Words = dict[tuple[str, str], int]


def words(engine: EmbeddedEngine) -> Words:
    with engine._store.reading() as connection:
        rows = connection.execute("SELECT kind, word, documents FROM public_words")
        return {(kind, word): documents for kind, word, documents in rows}


@pytest.fixture
def put(engine: EmbeddedEngine, bank: Bank):
    """Index documents one by one, as single changes do."""

    def put(*documents) -> None:
        bank.put(*documents)
        engine.index([document.key for document in documents])

    return put


def test_forms_spellings_and_stems_are_counted_by_document(engine: EmbeddedEngine, put) -> None:
    put(
        document("page:1", "Сабақ, сабақ", language="kk"),
        document("page:2", "Сабақтар", language="kk"),
    )
    assert words(engine) == {
        ("form", "сабак"): 1,
        ("form", "сабактар"): 1,
        ("spelling", "сабақ"): 1,
        ("spelling", "сабақтар"): 1,
        ("stem", "kсабак"): 2,
    }


def test_a_word_that_no_public_document_has_is_forgotten(
    engine: EmbeddedEngine, bank: Bank, put
) -> None:
    put(document("page:1", "Диктант"), document("page:2", "Урок"))
    before = words(engine)
    put(document("page:2", "Урок чтения"))
    assert words(engine).keys() - before.keys() == {("form", "чтения"), ("stem", "rчтен")}
    put(document("page:2", "Урок чтения", visibility=(SIGNED_IN,)))
    assert words(engine).keys() == {("form", "диктант"), ("stem", "rдиктант")}
    put(document("page:2", "Урок", visibility=(SIGNED_IN, PUBLIC)))
    assert words(engine) == before
    bank.documents_by_key.pop("page:1")
    engine.index(["page:1"])
    assert words(engine).keys() == {("form", "урок"), ("stem", "rурок")}


def test_after_many_changes_the_words_are_those_of_a_fresh_index(
    engine: EmbeddedEngine, bank: Bank, put, tmp_path
) -> None:
    for step in range(40):
        key = f"page:{step * 7 % 11}"
        if step % 5 == 4:
            bank.documents_by_key.pop(key, None)
            engine.index([key])
        else:
            text = " ".join(f"слово{step * number % 13} сабақтар" for number in range(30))
            shown = (PUBLIC,) if step % 3 else (SIGNED_IN,)
            put(document(key, f"Мектептегі урок {step}", text, visibility=shown))
    fresh = EmbeddedEngine(tmp_path / "fresh.sqlite3")
    fresh.rebuild()
    assert words(engine) == words(fresh)
