"""Loading vocabularies so that it can be repeated and never overwrites what an editor changed.

Field by field, three values are compared: what the file says now, what the last load wrote
(`LoadedTerm`), and what stands in the database. Where the last two agree, the file wins; where they
differ, an editor was here, and the editor's value stays.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from experience.models import LoadedTerm
from experience.vocabulary_files import (
    FOLDER,
    VOCABULARIES,
    VocabularyError,
    VocabularyTerm,
    read_vocabulary,
)
from records.terms import Term

PLAIN_FIELDS = (
    "name_kk",
    "name_ru",
    "synonyms_kk",
    "synonyms_ru",
    "order",
    "valid_from",
    "valid_until",
)
LINK_FIELDS = ("level", "renamed_to")

Values = dict[str, Any]


@dataclass
class LoadReport:
    """What one load did: counts by vocabulary and outcome, and what an editor's change kept back."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)


@transaction.atomic
def load_vocabularies(folder: Path = FOLDER) -> LoadReport:
    """Load every vocabulary file of `folder` in one transaction and say what was done.

    Raises VocabularyError where a file is wrong; the database is then as it was.
    """
    report = LoadReport()
    for name, model in VOCABULARIES.items():
        terms = read_vocabulary(name, folder)
        loaded = {row.code: row for row in LoadedTerm.objects.filter(vocabulary=name)}
        for term in terms:
            _load(name, model, term, loaded.get(term.code), report)
        # A term may be renamed to one that stands below it in the file.
        for term in terms:
            _load_renaming(name, model, term, report)
    return report


def _load(
    name: str,
    model: type[Term],
    term: VocabularyTerm,
    loaded: LoadedTerm | None,
    report: LoadReport,
) -> None:
    """Add the term, or update the fields that no editor changed."""
    offered = _offered(model, term)
    record = model.objects.filter(code=term.code).first()
    if record is None and loaded is not None:
        report.counts[name, "removed by an editor"] += 1
        return
    if record is None:
        record = model(code=term.code)
        _write(record, offered, name)
        report.counts[name, "added"] += 1
    else:
        present, last = _present(record), loaded.values if loaded else {}
        untouched = {
            field: value
            for field, value in offered.items()
            if present[field] == last.get(field, offered[field]) and present[field] != value
        }
        kept = {
            field
            for field, value in offered.items()
            if present[field] != value and field not in untouched
        }
        if untouched:
            _write(record, untouched, name)
        report.counts[name, "updated" if untouched else "unchanged"] += 1
        report.kept += [f"{name}: {term.code}: {field}" for field in sorted(kept)]
    LoadedTerm.objects.update_or_create(
        vocabulary=name,
        code=term.code,
        defaults={"values": {**(loaded.values if loaded else {}), **offered}},
    )


def _load_renaming(name: str, model: type[Term], term: VocabularyTerm, report: LoadReport) -> None:
    """Fill “is now called” where the last load left it as it stands."""
    row = LoadedTerm.objects.get(vocabulary=name, code=term.code)
    last = row.values.get("renamed_to", "")
    record = model.objects.filter(code=term.code).select_related("renamed_to").first()
    if record is None or term.renamed_to == last == "":
        return
    present = record.renamed_to.code if record.renamed_to else ""
    if present == last != term.renamed_to:
        _write(record, {"renamed_to": term.renamed_to}, name)
    elif present != term.renamed_to:
        report.kept.append(f"{name}: {term.code}: renamed_to")
    row.values["renamed_to"] = term.renamed_to
    row.save(update_fields=["values"])


def _offered(model: type[Term], term: VocabularyTerm) -> Values:
    """Return what the file says, in the form that is stored and compared."""
    values: Values = {name: _plain(getattr(term, name)) for name in PLAIN_FIELDS}
    for name in ("level", "grades"):
        if _has(model, name):
            value = getattr(term, name)
            values[name] = sorted(value) if name == "grades" else value
    return values


def _present(record: Any) -> Values:
    """Return what stands in the database, in the same form."""
    values: Values = {name: _plain(getattr(record, name)) for name in PLAIN_FIELDS}
    if _has(type(record), "level"):
        values["level"] = record.level.code
    if _has(type(record), "grades"):
        values["grades"] = sorted(record.grades.values_list("code", flat=True))
    return values


def _write(record: Any, values: Values, vocabulary: str) -> None:
    """Save the values on the record; links are given by code."""
    grades = values.get("grades")
    for name, value in values.items():
        if name in LINK_FIELDS:
            target = record._meta.get_field(name).related_model
            linked = _by_code(target, value, f"{vocabulary}: {record.code}") if value else None
            setattr(record, name, linked)
        elif name != "grades":
            setattr(record, name, record._meta.get_field(name).to_python(value))
    record.save()
    if grades is not None:
        target = record._meta.get_field("grades").related_model
        record.grades.set(
            [_by_code(target, code, f"{vocabulary}: {record.code}") for code in grades]
        )


def _by_code(model: type[Term], code: str, label: str) -> Term:
    try:
        return model.objects.get(code=code)
    except model.DoesNotExist as error:
        raise VocabularyError(
            f"{label}: there is no {model._meta.verbose_name} “{code}”."
        ) from error


def _has(model: type[Term], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
