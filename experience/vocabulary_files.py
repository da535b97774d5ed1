"""Reading `experience/vocabularies/*.yaml`: the vocabularies as data, checked with clear errors."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from accounts.models import QualificationCategory
from experience.models import (
    Area,
    Audience,
    EducationLevel,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    GuideKind,
    NoveltyLevel,
    Subject,
)
from records.terms import Term

FOLDER = Path(__file__).parent / "vocabularies"

# Name of the file → model, in the order in which they stand on each other.
VOCABULARIES: dict[str, type[Term]] = {
    "education_levels": EducationLevel,
    "grades": Grade,
    "subjects": Subject,
    "areas": Area,
    "forms_of_work": FormOfWork,
    "audiences": Audience,
    "guide_kinds": GuideKind,
    "novelty_levels": NoveltyLevel,
    "generalisation_levels": GeneralisationLevel,
    "qualification_categories": QualificationCategory,
}


class VocabularyError(Exception):
    """A vocabulary file does not hold what it should; the message names file and term."""


@dataclass(frozen=True)
class VocabularyTerm:
    """One term as its file gives it. `confirm`: a native methodist must confirm the names."""

    code: str
    name_kk: str
    name_ru: str
    order: int
    synonyms_kk: str = ""
    synonyms_ru: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    renamed_to: str = ""
    level: str = ""
    grades: tuple[str, ...] = field(default=())
    confirm: bool = False


def read_vocabulary(name: str, folder: Path = FOLDER) -> list[VocabularyTerm]:
    """Return the terms of one vocabulary in the order of its file.

    Raises VocabularyError where the file is no list of terms, a name is missing, a key is unknown,
    a code stands twice, or a link leads to a code that the vocabularies do not have.
    """
    path = folder / f"{name}.yaml"
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"{path.name}: {error}") from error
    if not isinstance(rows, list):
        raise VocabularyError(f"{path.name}: a list of terms is expected.")
    terms = [_term(path.name, order, row) for order, row in enumerate(rows, start=1)]
    codes = [term.code for term in terms]
    for code in codes:
        if codes.count(code) > 1:
            raise VocabularyError(f"{path.name}: the code “{code}” stands twice.")
    for term in terms:
        if term.renamed_to and term.renamed_to not in codes:
            raise VocabularyError(
                f"{path.name}: “{term.code}” is renamed to “{term.renamed_to}”, which is no term."
            )
    return terms


def _term(file_name: str, order: int, row: Any) -> VocabularyTerm:
    if not isinstance(row, dict) or "code" not in row:
        raise VocabularyError(f"{file_name}: term {order} has no code.")
    label = f"{file_name}: “{row['code']}”"
    if unknown := row.keys() - _KEYS.keys() - {"code"}:
        raise VocabularyError(f"{label} has unknown keys: {', '.join(sorted(unknown))}.")
    if not (row.get("kk") and row.get("ru")):
        raise VocabularyError(f"{label} needs a name in both languages.")
    try:
        values = {
            attribute: read(row[key]) for key, (attribute, read) in _KEYS.items() if key in row
        }
    except (TypeError, ValueError) as error:
        raise VocabularyError(f"{label}: {error}") from error
    return VocabularyTerm(code=str(row["code"]), order=order, **values)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"“{value}” should be a text.")
    return value.strip()


def _synonyms(value: Any) -> str:
    return ", ".join(_text(synonym) for synonym in _list(value))


def _codes(value: Any) -> tuple[str, ...]:
    return tuple(str(code) for code in _list(value))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"“{value}” should be a list.")
    return value


def _day(value: Any) -> date:
    if not isinstance(value, date):
        raise TypeError(f"“{value}” should be a date such as 2022-09-01.")
    return value


_KEYS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "kk": ("name_kk", _text),
    "ru": ("name_ru", _text),
    "synonyms_kk": ("synonyms_kk", _synonyms),
    "synonyms_ru": ("synonyms_ru", _synonyms),
    "valid_from": ("valid_from", _day),
    "valid_until": ("valid_until", _day),
    "renamed_to": ("renamed_to", _text),
    "level": ("level", _text),
    "grades": ("grades", _codes),
    "confirm": ("confirm", bool),
}


def labels_to_confirm(folder: Path = FOLDER) -> str:
    """Return the table of names that a native methodist must confirm, for docs/labels-to-confirm.md."""
    lines = ["| Vocabulary | Code | Kazakh | Russian |", "|---|---|---|---|"]
    for name in VOCABULARIES:
        lines += [
            f"| {name} | {term.code} | {term.name_kk} | {term.name_ru} |"
            for term in read_vocabulary(name, folder)
            if term.confirm
        ]
    return "\n".join(lines) + "\n"
