"""A collection of documents, questions and judgements in the BEIR layout, read from a folder.

`corpus.jsonl` (`_id`, `title`, `text`, optional `language`), `queries.jsonl` (`_id`, `text`, optional
`language` and `kind`), `qrels.tsv` with its header (query-id, corpus-id, score).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.analysis.language import guess_language
from search.documents import SearchDocument, Section

CORPUS, QUERIES, JUDGEMENTS = "corpus.jsonl", "queries.jsonl", "qrels.tsv"
_RUSSIAN_LETTERS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
HEADER = ["query-id", "corpus-id", "score"]


class CollectionError(Exception):
    """A file is missing or broken; the message says which, in which line and why."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question; `language` is given or guessed, `kind` is the name of a group of questions."""

    key: str
    text: str
    language: str
    kind: str = ""


def read_documents(folder: Path) -> Iterator[SearchDocument]:
    """The documents of the corpus, each a material of its own. Raises CollectionError."""
    seen: set[str] = set()
    for place, row in _rows(folder / CORPUS):
        key = _key(row, place, seen)
        title, text = _text(row, "title", place), _text(row, "text", place)
        language = _text(row, "language", place) or guess_language(f"{title} {text}")
        yield SearchDocument(
            key=key,
            group=key,
            kind="passage",
            language=language,
            title=title,
            sections=(Section("text", text, language),) if text else (),
        )


def read_queries(folder: Path, *, kazakh_letters: bool = True) -> list[Query]:
    """The questions, on wish typed without the letters that Russian has not.

    Raises CollectionError.
    """
    seen: set[str] = set()
    queries = []
    for place, row in _rows(folder / QUERIES):
        key, text = _key(row, place, seen), _text(row, "text", place)
        if not kazakh_letters:
            text = text.translate(_RUSSIAN_LETTERS)
        language = _text(row, "language", place) or guess_language(text)
        queries.append(Query(key, text, language, _text(row, "kind", place)))
    return queries


def read_judgements(folder: Path) -> dict[str, dict[str, int]]:
    """Grades by question and document. Raises CollectionError."""
    path = folder / JUDGEMENTS
    judged: dict[str, dict[str, int]] = {}
    lines = _lines(path)
    _, header = next(lines, (0, ""))
    if header.split("\t") != HEADER:
        raise CollectionError(f"{path}: the first line must be {' '.join(HEADER)}, parted by tabs.")
    for number, line in lines:
        values = line.split("\t")
        if len(values) != len(HEADER) or not values[2].removeprefix("-").isdecimal():
            raise CollectionError(f"{path}, line {number}: not a question, a document, a number.")
        judged.setdefault(values[0], {})[values[1]] = int(values[2])
    return judged


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file of JSON lines, each with the name of its place."""
    for number, line in _lines(path):
        place = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise CollectionError(f"{place}: no JSON: {error}.") from error
        if not isinstance(row, dict):
            raise CollectionError(f"{place}: no JSON object.")
        yield place, row


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, with their numbers from 1."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line.rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CollectionError(f"{path} cannot be read: {error}") from error


def _key(row: dict[str, Any], place: str, seen: set[str]) -> str:
    key = row.get("_id")
    if not isinstance(key, str | int) or key == "":
        raise CollectionError(f"{place}: no _id.")
    if str(key) in seen:
        raise CollectionError(f"{place}: the _id {key} stands twice.")
    seen.add(str(key))
    return str(key)


def _text(row: dict[str, Any], name: str, place: str) -> str:
    """The text under a name; what is absent or null is empty."""
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise CollectionError(f"{place}: {name} is no text.")
    return value or ""
