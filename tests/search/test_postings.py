"""Lists of frequent stems are read once a state of the index, and never outlive it."""

import sqlite3

import pytest

from search.engines.embedded import postings
from search.engines.embedded.postings import PostingsMemory
from tests.search.bank import document


@pytest.fixture
def connection():
    made = sqlite3.connect(":memory:")
    made.execute(f"CREATE VIRTUAL TABLE stems USING fts5({', '.join(postings.COLUMNS)})")
    made.executemany(
        "INSERT INTO stems (title) VALUES (?)", [("урок",)] * 3 + [("чтение",), ("план",)]
    )
    yield made
    made.close()


def test_only_a_frequent_stem_is_kept(connection, monkeypatch) -> None:
    monkeypatch.setattr(postings, "LEAST_KEPT", 3)
    memory = PostingsMemory()
    first = memory.postings(connection, '"урок"')
    assert (list(first[0]), len(first[1])) == ([1, 2, 3], 3)
    assert memory.postings(connection, '"урок"') is first
    rare = memory.postings(connection, '"план"')
    assert memory.postings(connection, '"план"') is not rare


def test_the_list_that_was_asked_for_longest_ago_goes_first(connection, monkeypatch) -> None:
    monkeypatch.setattr(postings, "LEAST_KEPT", 1)
    monkeypatch.setattr(postings, "MOST_KEPT", 4)
    memory = PostingsMemory()
    lesson, reading = (memory.postings(connection, f'"{word}"') for word in ("урок", "чтение"))
    assert memory.postings(connection, '"урок"') is lesson
    memory.postings(connection, '"план"')
    assert memory.postings(connection, '"урок"') is lesson
    assert memory.postings(connection, '"чтение"') is not reading


@pytest.mark.django_db
def test_a_list_is_read_afresh_after_any_change(find, bank, monkeypatch) -> None:
    monkeypatch.setattr(postings, "LEAST_KEPT", 1)
    bank.put(document("page:1", "Урок"))
    assert find("урок").total == find("урок").total == 1
    bank.put(document("page:2", "Урок"))
    assert find("урок").total == 2
