"""The command that measures the search by judged questions over the documents of the database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.models import SynonymGroup
from tests.search.bank import Bank, document

pytestmark = pytest.mark.django_db

QUERIES = [
    {"_id": "q1", "text": "валентность", "language": "ru", "kind": "short"},
    {"_id": "q2", "text": "буынға бөлу", "language": "kk", "kind": "short"},
    {"_id": "q3", "text": "химия", "language": "ru", "kind": "section"},
    {"_id": "q4", "text": "домбыра", "language": "kk", "kind": "none"},
]
JUDGEMENTS = "q1\t0188\t2\nq2\t0204\t2\nq2\t0188\t0\nq3\t0188\t2\n"


@pytest.fixture
def filled(bank: Bank) -> Bank:
    """A material in two languages, one in Kazakh."""
    bank.put(
        document("page:1", "Валентность в формулах", "Урок химии.", group="0188"),
        document("page:2", "Формуладағы валенттілік", "Химия сабағы.", "kk", group="0188"),
        document("page:3", "Буын ойындары", "Сөзді буынға бөлу.", "kk", group="0204"),
    )
    return bank


def write(folder: Path, judgements: str = JUDGEMENTS) -> Path:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in QUERIES)
    (folder / "queries.jsonl").write_text(lines)
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n" + judgements)
    return folder


def judge(folder: Path, **options) -> str:
    out = StringIO()
    call_command("judge_search", folder, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def rows(report: str) -> dict[str, list[str]]:
    """The cells of each row by its name."""
    return {cells[0]: cells[1:] for line in report.splitlines() if (cells := line.split())}


@pytest.mark.usefixtures("filled")
def test_figures_stand_for_all_for_each_language_and_for_each_kind(tmp_path: Path):
    report = rows(judge(write(tmp_path)))
    assert report["all"] == ["3", "1.000", "1.000", "1.000", "1.000", "1"]
    assert {name: cells[0] for name, cells in report.items() if name in {"ru", "kk"}} == {
        "ru": "2",
        "kk": "1",
    }
    assert (report["short"][0], report["section"][0]) == ("2", "1")
    assert "none" not in report


@pytest.mark.usefixtures("filled")
def test_a_material_and_its_translation_are_one(tmp_path: Path):
    report = judge(write(tmp_path))
    assert report.startswith("2 materials, 4 questions\n")
    assert rows(report)["section"][-1] == "1"


@pytest.mark.usefixtures("filled")
def test_a_wrong_judgement_lowers_the_figures_of_its_kind_alone(tmp_path: Path):
    report = rows(judge(write(tmp_path, JUDGEMENTS.replace("q3\t0188", "q3\t0204"))))
    assert report["section"][1:4] == ["0.000", "0.000", "0.000"]
    assert report["short"][1:4] == ["1.000", "1.000", "1.000"]


def test_strong_hits_for_a_question_without_an_answer_are_counted(tmp_path: Path, filled: Bank):
    assert "without an answer: 1, of these with strong hits: 0" in judge(write(tmp_path))
    filled.put(document("page:4", "Домбыра үйірмесі", language="kk", group="0300"))
    assert "without an answer: 1, of these with strong hits: 1" in judge(tmp_path)


def test_a_failure_is_listed_with_what_came_first_and_what_was_hoped_for(
    tmp_path: Path, filled: Bank
):
    filled.put(document("page:4", "Валентность", group="0300"))
    filled.put(document("page:5", "Валентность, валентность", group="0301"))
    report = judge(write(tmp_path), failures=1)
    failed = report.splitlines()[-4:]
    assert "q1  валентность  (hoped for: 0188)" in failed[0]
    assert any("[2] 0188" in line for line in failed)
    assert any("[-] 0300 Валентность" in line for line in failed)
    assert "q2" not in report


@pytest.mark.usefixtures("filled")
def test_questions_can_be_typed_without_kazakh_letters(tmp_path: Path):
    assert rows(judge(write(tmp_path), without_kazakh_letters=True))["kk"][2] == "1.000"


@pytest.mark.usefixtures("filled")
def test_a_database_without_a_judged_material_is_refused(tmp_path: Path):
    with pytest.raises(CommandError, match="0999"):
        judge(write(tmp_path, JUDGEMENTS + "q3\t0999\t1\n"))


def test_a_broken_set_is_refused_with_the_place(tmp_path: Path, bank: Bank):
    write(tmp_path, "q1\t0188\tbest\n")
    with pytest.raises(CommandError, match=r"qrels\.tsv, line 2"):
        judge(tmp_path)


@pytest.mark.usefixtures("filled")
def test_questions_are_widened_by_the_synonyms_of_the_database(tmp_path: Path):
    judgements = JUDGEMENTS + "q4\t0204\t2\n"
    assert rows(judge(write(tmp_path, judgements)))["none"][1] == "0.000"
    SynonymGroup.objects.create(words_kk="домбыра, буын")
    assert rows(judge(tmp_path))["none"][1] == "1.000"


@pytest.mark.usefixtures("filled")
def test_an_engine_is_compared_with_another(tmp_path: Path):
    assert "the other engine" not in judge(write(tmp_path))
    alike = judge(tmp_path, compare="embedded").splitlines()[-1]
    assert alike == (
        "the other engine: nDCG@3 1.000, hit@1 1.000, nDCG@10 1.000, overlap@10 1.000, same first 1.000"
    )
