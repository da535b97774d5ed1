"""Imports point down: each room of the house knows only those below it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# From the roof to the ground. Rooms of one floor do not import each other.
FLOORS = [
    {"config"},
    {"demo"},
    {"portal"},
    {"experience"},
    {"pages"},
    {"library", "accounts", "search"},
    {"records"},
    {"bilingual"},
]
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}


def room_folder(room: str) -> Path:
    for folder in (ROOT / "site" / room, ROOT / room):
        if folder.is_dir():
            return folder
    raise AssertionError(f"no folder for the room {room}")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def upward_imports(sources: dict[str, str], room: str) -> list[str]:
    """Return "file imports module" for each import of `room` that points up or sideways."""
    return [
        f"{name} imports {module}"
        for name, module in sources.items()
        if (other := module.partition(".")[0]) in FLOOR_OF
        and other != room
        and FLOOR_OF[other] <= FLOOR_OF[room]
    ]


@pytest.mark.parametrize("room", sorted(FLOOR_OF))
def test_a_room_imports_only_rooms_below_it(room):
    found = [
        problem
        for path in sorted(room_folder(room).rglob("*.py"))
        if "migrations" not in path.parts
        for module in imports_of(path)
        for problem in upward_imports({str(path.relative_to(ROOT)): module}, room)
    ]
    assert found == []


def test_an_upward_import_would_be_seen():
    assert upward_imports({"pages/x.py": "experience.models"}, "pages")
    assert upward_imports({"search/x.py": "accounts.models"}, "search")
    assert not upward_imports({"portal/x.py": "experience.models"}, "portal")


def test_every_app_of_ours_has_a_floor():
    rooms = {path.name for path in (ROOT / "site").iterdir() if (path / "__init__.py").exists()}
    rooms |= {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert rooms == set(FLOOR_OF)


def test_analysis_of_words_knows_no_django():
    found = [
        f"{path.name}: {module}"
        for path in (ROOT / "search" / "analysis").rglob("*.py")
        for module in imports_of(path)
        if module.partition(".")[0] in {"django", "wagtail"}
    ]
    assert found == []
