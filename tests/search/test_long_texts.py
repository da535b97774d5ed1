"""What a hit in a long text costs: a few passages, however many it has."""

import pytest

from search.engines.embedded import places
from search.engines.embedded.engine import EmbeddedEngine
from search.query import SearchQuery
from search.readers import Reader
from search.snippets import MOST_LOOKED_AT, best_place, most_telling
from tests.search.bank import Bank, document
from tests.search.long_text_contract import FAR, FILLING

pytestmark = pytest.mark.django_db


def passages_read(engine: EmbeddedEngine, text: str) -> int:
    """How many passages a search reads the stems of."""
    statements: list[str] = []
    with engine._store.reading() as connection:
        connection.set_trace_callback(statements.append)
    engine.search(SearchQuery(text=text), Reader("ru"), look=False)
    with engine._store.reading() as connection:
        connection.set_trace_callback(None)
        return sum(
            len(connection.execute(statement).fetchall())
            for statement in statements
            if "stems FROM passages" in statement
        )


def test_of_a_long_text_the_passages_with_most_words_are_read(
    engine: EmbeddedEngine, bank: Bank, monkeypatch
) -> None:
    bank.put(document(text=FAR))
    engine.rebuild()
    # The title, the passages looked at, and the one that is quoted.
    assert 1 < passages_read(engine, "проверка тетрадей в журнале") <= MOST_LOOKED_AT + 2
    monkeypatch.setattr(places, "LONG", 1_000_000)
    monkeypatch.setattr("search.engines.embedded.showing.LONG", 1_000_000)
    assert passages_read(engine, "проверка тетрадей в журнале") > 40


def test_a_text_of_few_words_has_no_table_of_its_passages(
    engine: EmbeddedEngine, bank: Bank
) -> None:
    bank.put(document(text=FILLING[:1000]))
    engine.rebuild()
    with engine._store.reading() as connection:
        (rows,) = connection.execute("SELECT count(*) FROM long_passages_idx").fetchone()
    assert rows == 0


def test_most_telling_are_the_passages_with_most_words_then_the_earlier() -> None:
    assert most_telling({5: 1, 3: 2, 1: 1, 9: 2}) == [3, 9, 1, 5]
    assert len(most_telling(dict.fromkeys(range(100), 1))) == MOST_LOOKED_AT


def test_of_passages_with_as_many_words_the_first_is_quoted() -> None:
    place = best_place(["а б", "в г", "г в", "в б"], frozenset("вг"))
    assert (place.passage, place.first, place.worth) == (1, 0, 2)
