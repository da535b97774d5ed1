"""What a page of hits costs to send: a few passages a document, no counts that only the server needs."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from search.engines.elasticsearch import passages, translations
from search.engines.elasticsearch.server import Searching
from tests.search.bank import Bank, document
from tests.search.conftest import Find
from tests.search.long_text_contract import FAR

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch) -> list[int]:
    """The characters of each answer with documents to be shown."""
    lengths: list[int] = []
    searches = Searching.searches

    def noted(
        self: Searching, index: str, bodies: Sequence[Mapping[str, Any]], unsent: str
    ) -> list[dict[str, Any]]:
        answers = searches(self, index, bodies, unsent)
        lengths.append(len(json.dumps(answers, ensure_ascii=False)))
        return answers

    monkeypatch.setattr(Searching, "searches", noted)
    return lengths


def test_of_a_long_text_the_passages_with_most_words_are_sent(
    bank: Bank, find: Find, sent: list[int], monkeypatch
) -> None:
    bank.put(document(text=FAR))
    find("проверка тетрадей в журнале")
    assert sent.pop() < len(FAR) / 3
    monkeypatch.setattr(passages, "MOST_LOOKED_AT", 60)
    find("проверка тетрадей в журнале")
    assert sent.pop() > len(FAR)


def put_translations(bank: Bank, first: int, last: int) -> None:
    """Materials in both languages, which the same word finds."""
    for number in range(first, last):
        group = f"material-{number:04}"
        bank.put(
            document(f"{group}-kk", "Сабақ: план", language="kk", group=group),
            document(f"{group}-ru", "План урока", group=group),
        )


def test_materials_counted_twice_are_not_sent_one_by_one(
    bank: Bank, find: Find, sent: list[int]
) -> None:
    put_translations(bank, 0, 20)
    assert find("план", page_size=1, counted=("type",)).facets == {"type": {"experience": 20}}
    few = sent.pop()
    put_translations(bank, 20, 200)
    assert find("план", page_size=1, counted=("type",)).facets == {"type": {"experience": 200}}
    assert sent.pop() < few + 100


def test_more_translations_than_one_request_takes_are_counted(
    bank: Bank, find: Find, monkeypatch
) -> None:
    put_translations(bank, 0, 20)
    monkeypatch.setattr(translations, "_MATERIALS", 7)
    results = find("план", counted=("type", "language"))
    assert (results.total, results.strong_total) == (20, 20)
    assert results.facets == {"type": {"experience": 20}, "language": {"kk": 20, "ru": 20}}


def test_of_what_is_displayed_only_the_readers_language_is_sent(
    bank: Bank, find: Find, sent: list[int]
) -> None:
    displayed = {"ru": {"line": "Итог"}, "kk": {"line": "Нәтиже " * 200}}
    bank.put(document(title="План", display=displayed))
    assert find("план", language="ru").hits
    assert sent.pop() < 1_400
    assert find("план", language="kk").hits
    assert sent.pop() > 1_400
