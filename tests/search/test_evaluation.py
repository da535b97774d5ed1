"""The command that measures the search on a collection."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.evaluation.collection import read_documents, read_queries

DOCUMENTS = [
    {"_id": "rules", "title": "Мектеп ережесі", "text": "Оқушылардың құқықтары мен міндеттері."},
    {"_id": "plan", "title": "План урока", "text": "Урок математики в пятом классе."},
    {"_id": "trip", "title": "", "text": "Поездка в горы.", "language": "ru"},
]
QUERIES = [
    {"_id": "q1", "text": "мектептеріндегі ереже", "language": "kk"},
    {"_id": "q2", "text": "уроки"},
]


def write(folder: Path, documents=DOCUMENTS, queries=QUERIES, judgements="") -> Path:
    for name, rows in (("corpus", documents), ("queries", queries)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines)
    header = "query-id\tcorpus-id\tscore\n"
    (folder / "qrels.tsv").write_text(header + (judgements or "q1\trules\t1\nq2\tplan\t2\n"))
    return folder


def evaluate(folder: Path, **options) -> dict[str, str]:
    out = StringIO()
    call_command("evaluate_search", folder, stdout=out, stderr=StringIO(), **options)
    return dict(line.rsplit(None, 1) for line in out.getvalue().splitlines())


def test_every_measure_is_printed(tmp_path: Path) -> None:
    figures = evaluate(write(tmp_path))
    assert figures["nDCG@10"] == figures["MRR@10"] == figures["recall@100"] == "1.0000"
    assert figures["hit@10"] == figures["hit@1"] == figures["nDCG@10 as shown"] == "1.0000"
    assert (figures["documents"], figures["judged queries"]) == ("3", "2")
    assert {"indexing CPU s", "query CPU s"} < figures.keys()


def test_a_wrong_judgement_lowers_the_figures(tmp_path: Path) -> None:
    assert evaluate(write(tmp_path, judgements="q1\ttrip\t1\nq2\tplan\t1\n"))["hit@10"] == "0.5000"


def test_queries_can_be_typed_without_kazakh_letters(tmp_path: Path) -> None:
    (query, _) = read_queries(write(tmp_path), kazakh_letters=False)
    assert query.text == "мектептериндеги ереже"
    assert evaluate(tmp_path, without_kazakh_letters=True)["hit@1"] == "1.0000"


def test_a_missing_language_is_guessed_by_the_text(tmp_path: Path) -> None:
    assert [one.language for one in read_documents(write(tmp_path))] == ["kk", "ru", "ru"]


def test_the_run_file_holds_ranked_documents_in_the_form_of_trec(tmp_path: Path) -> None:
    evaluate(write(tmp_path), run_file=tmp_path / "run.txt")
    first, *_ = (tmp_path / "run.txt").read_text().splitlines()
    query, iteration, document, rank, score, name = first.split(" ")
    assert (query, iteration, document, rank, name) == ("q1", "Q0", "rules", "1", "embedded")
    assert float(score) > 0


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("corpus.jsonl", None, "corpus.jsonl cannot be read"),
        ("queries.jsonl", '{"_id": "a", "text": "b"}\n{"_id": ', "queries.jsonl, line 2: no JSON"),
        ("queries.jsonl", "[]", "queries.jsonl, line 1: no JSON object"),
        ("corpus.jsonl", '{"title": "a", "text": "b"}', "corpus.jsonl, line 1: no _id"),
        ("corpus.jsonl", '{"_id": "a"}\n{"_id": "a"}', "line 2: the _id a stands twice"),
        ("corpus.jsonl", '{"_id": "a", "text": 5}', "line 1: text is no text"),
        ("corpus.jsonl", b"\xff\xfe\xfa", "corpus.jsonl cannot be read"),
        ("qrels.tsv", "q1\trules\t1\n", "qrels.tsv: the first line must be"),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\trules\tx\n", "qrels.tsv, line 2"),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\n", "no question has a document"),
    ],
)
def test_a_broken_collection_is_refused_with_its_place(
    tmp_path: Path, name: str, content: str | bytes | None, problem: str
) -> None:
    path = write(tmp_path) / name
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CommandError, match=problem):
        evaluate(tmp_path)


def test_the_throwaway_index_leaves_nothing_behind(tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    evaluate(write(tmp_path))
    assert list(folder.iterdir()) == []
