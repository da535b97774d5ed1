"""The judged set: every judgement is about a material of the demo, and the set is whole."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from demo.content import read_content
from search.evaluation.collection import read_judgements, read_queries

FOLDER = Path(__file__).parent / "judgements"
KINDS = {"short", "known", "section", "cross", "forms", "letters", "number", "abbreviation", "none"}
GRADES = {0, 1, 2}
LEAST = 120
KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)


@pytest.fixture(scope="module")
def queries() -> list[dict[str, str]]:
    lines = (FOLDER / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def languages_of_materials() -> dict[str, set[str]]:
    """Languages by permanent number."""
    languages: dict[str, set[str]] = {}
    for material in read_content().materials:
        languages.setdefault(f"{material.values['number']:04d}", set()).add(material.language)
    return languages


def test_every_judged_material_is_in_the_demo(languages_of_materials):
    judged = {number for grades in read_judgements(FOLDER).values() for number in grades}
    assert judged - set(languages_of_materials) == set()


def test_every_material_of_the_demo_is_the_hoped_for_answer_of_some_query(languages_of_materials):
    hoped = {
        number
        for grades in read_judgements(FOLDER).values()
        for number, grade in grades.items()
        if grade == 2
    }
    assert set(languages_of_materials) - hoped == set()


def test_the_set_is_large_enough_and_half_in_each_language(queries):
    assert len(queries) >= LEAST
    languages = Counter(query["language"] for query in queries)
    assert set(languages) == {"kk", "ru"}
    assert min(languages.values()) >= 0.4 * len(queries)


def test_no_query_and_no_judgement_stands_twice(queries):
    texts = Counter((query["language"], query["text"].casefold()) for query in queries)
    assert [text for text, count in texts.items() if count > 1] == []
    assert len(read_queries(FOLDER)) == len(queries)  # refuses an _id that stands twice
    rows = (FOLDER / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = Counter(tuple(row.split("\t")[:2]) for row in rows)
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_an_identifier_says_language_and_kind(queries):
    for query in queries:
        assert query["kind"] in KINDS
        assert re.fullmatch(rf"{query['language']}-{query['kind']}-\d\d", query["_id"])


def test_grades_are_0_to_2_and_belong_to_a_query(queries):
    judged = read_judgements(FOLDER)
    assert {grade for grades in judged.values() for grade in grades.values()} == GRADES
    assert set(judged) - {query["_id"] for query in queries} == set()


def test_only_queries_of_the_kind_none_have_no_answer(queries):
    judged = read_judgements(FOLDER)
    answered = {key for key, grades in judged.items() if max(grades.values()) > 0}
    for query in queries:
        assert (query["_id"] in answered) == (query["kind"] != "none"), query["text"]


def test_across_languages_a_best_answer_is_in_the_other_language_only(
    queries, languages_of_materials
):
    judged = read_judgements(FOLDER)
    for query in queries:
        if query["kind"] == "cross":
            best = [number for number, grade in judged[query["_id"]].items() if grade == 2]
            assert any(query["language"] not in languages_of_materials[n] for n in best), query


def test_queries_without_kazakh_letters_have_none(queries):
    found = [
        query["text"]
        for query in queries
        if query["kind"] == "letters" and KAZAKH_LETTERS.search(query["text"])
    ]
    assert found == []


def test_the_readme_counts_the_queries_of_each_kind(queries):
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^\| `(\w+)` \|.*\| (\d+) \|$", readme, re.MULTILINE))
    assert {kind: int(count) for kind, count in said.items()} == Counter(
        query["kind"] for query in queries
    )


def test_the_digest_of_the_readme_has_every_material(languages_of_materials):
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d{4}) \| ([a-z, ]+) \|", readme, re.MULTILINE)
    assert {number: set(said.split(", ")) for number, said in rows} == languages_of_materials
