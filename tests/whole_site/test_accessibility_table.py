"""docs/accessibility.md speaks of every criterion once, and the tests it names exist."""

import re

import pytest
from django.conf import settings

# Levels A and AA of WCAG 2.2, without 4.1.1, which it no longer has.
CRITERIA = [
    "1.1.1",
    "1.2.1",
    "1.2.2",
    "1.2.3",
    "1.2.4",
    "1.2.5",
    "1.3.1",
    "1.3.2",
    "1.3.3",
    "1.3.4",
    "1.3.5",
    "1.4.1",
    "1.4.2",
    "1.4.3",
    "1.4.4",
    "1.4.5",
    "1.4.10",
    "1.4.11",
    "1.4.12",
    "1.4.13",
    "2.1.1",
    "2.1.2",
    "2.1.4",
    "2.2.1",
    "2.2.2",
    "2.3.1",
    "2.4.1",
    "2.4.2",
    "2.4.3",
    "2.4.4",
    "2.4.5",
    "2.4.6",
    "2.4.7",
    "2.4.11",
    "2.5.1",
    "2.5.2",
    "2.5.3",
    "2.5.4",
    "2.5.7",
    "2.5.8",
    "3.1.1",
    "3.1.2",
    "3.2.1",
    "3.2.2",
    "3.2.3",
    "3.2.4",
    "3.2.6",
    "3.3.1",
    "3.3.2",
    "3.3.3",
    "3.3.4",
    "3.3.7",
    "3.3.8",
    "4.1.2",
    "4.1.3",
]
ROW = re.compile(r"^\| (\d\.\d\.\d+) [^|]+\| (A|AA) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows(text: str) -> dict[str, str]:
    """Each criterion and what holds it; a criterion that stands twice is an error."""
    found = [(number, held) for number, _level, _how, held in ROW.findall(text)]
    assert len(dict(found)) == len(found)
    return dict(found)


def unfounded(text: str) -> list[str]:
    """Return what names neither a test that exists, nor how it was looked at, nor another criterion."""
    wrong = []
    held_by = rows(text)
    for number, held in held_by.items():
        named = NAMED_TEST.findall(held)
        wrong += [f"{number}: {path}::{name}" for path, name in named if not exists(path, name)]
        other = re.fullmatch(r"as (\d\.\d\.\d+)", held)
        if not (named or held.startswith(("by hand: ", "not yet tested"))):
            if not other:
                wrong.append(f"{number}: {held}")
            elif other[1] not in held_by:
                wrong.append(f"{number}: there is no {other[1]}")
    return wrong


def exists(path: str, name: str) -> bool:
    """Whether a file of tests has a test or a class of tests of that name."""
    file = settings.ROOT / path
    pattern = rf"^\s*(?:def|class) {name}\b"
    return file.exists() and bool(re.search(pattern, file.read_text("utf-8"), re.MULTILINE))


@pytest.fixture
def document() -> str:
    return (settings.ROOT / "docs/accessibility.md").read_text(encoding="utf-8")


def test_every_criterion_of_a_and_aa_stands_in_the_table_once(document):
    assert len(CRITERIA) == 55
    assert list(rows(document)) == CRITERIA


def test_the_tests_it_names_exist(document):
    assert unfounded(document) == []
    assert len(set(NAMED_TEST.findall(document))) > 10


def test_a_wrong_row_would_be_seen():
    row = "| 1.1.1 Non-text content | A | so | {} |"
    here = "tests/whole_site/test_accessibility_table.py"
    assert unfounded(row.format(f"`{here}::test_a_wrong_row_would_be_seen`")) == []
    for held in (f"`{here}::test_gone`", "`tests/gone.py::test_x`", "somehow", "as 9.9.9"):
        assert unfounded(row.format(held)), held
