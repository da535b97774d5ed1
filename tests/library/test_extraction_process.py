"""The child that reads a file: its limits hold, and nothing of it stays behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from library.extraction import limits, process
from library.extraction.limits import Limits
from library.extraction.outcome import Extraction, State
from library.extraction.process import read_in_child
from tests.library import office
from tests.library.hostile import MEGABYTE

SITE = Path(process.__file__).resolve().parents[2]
CONFINED = """
import json, resource, sys
from library.extraction.limits import confine
confine(7, 300_000_000)
names = ("RLIMIT_CPU", "RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_CORE")
print(json.dumps([resource.getrlimit(getattr(resource, name)) for name in names]))
"""


def read(content: bytes, kind: str, folder: Path, allowed: Limits) -> Extraction:
    path = folder / f"file.{kind}"
    path.write_bytes(content)
    with path.open("rb") as file:
        return read_in_child(file.fileno(), kind, allowed)


def workbook() -> bytes:
    """A sheet that takes seconds and some hundred megabytes to read and holds few words."""
    return office.xlsx({"A": "<row><c><v>1</v></c></row>"}, [f"{n:0150}" for n in range(600_000)])


def test_the_limits_are_those_of_the_document() -> None:
    assert Limits() == (20, 1024 * MEGABYTE, 30.0)
    written = (SITE.parent / "docs" / "attachments.md").read_text(encoding="utf-8")
    for figure in ("20 s", "1 GB", "30 s", "2,000", "200 MB", "1,000 pages", "1,000,000"):
        assert figure in written
    assert limits.MAXIMUM_ENTRIES == 2_000
    assert limits.MAXIMUM_UNPACKED == 200 * MEGABYTE
    assert limits.MAXIMUM_PDF_PAGES == 1_000
    assert limits.MAXIMUM_CHARACTERS == 1_000_000


def test_a_confined_process_cannot_lift_its_limits() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", CONFINED], cwd=SITE, capture_output=True, text=True, check=True
    )
    assert json.loads(answer.stdout) == [
        [7, 7],
        [300_000_000, 300_000_000],
        [limits.MAXIMUM_OUTPUT, limits.MAXIMUM_OUTPUT],
        [0, 0],
    ]


class TestALimitReached:
    """One file that a child may read, and may not with less of one thing."""

    content = workbook()

    def test_control_within_the_limits_it_is_read(self, tmp_path: Path) -> None:
        assert read(self.content, "xlsx", tmp_path, Limits()).state == State.READ

    @pytest.mark.parametrize(
        "allowed",
        [Limits(cpu=1), Limits(memory=128 * MEGABYTE), Limits(wall=0.5)],
        ids=["CPU", "memory", "the clock"],
    )
    def test_the_file_is_too_big(self, allowed: Limits, tmp_path: Path) -> None:
        assert read(self.content, "xlsx", tmp_path, allowed) == Extraction(State.TOO_BIG)

    def test_no_process_stays_behind(self, tmp_path: Path, monkeypatch) -> None:
        children = []
        start = subprocess.Popen

        def noted(*arguments, **options):
            children.append(start(*arguments, **options))
            return children[-1]

        monkeypatch.setattr(subprocess, "Popen", noted)
        read(self.content, "xlsx", tmp_path, Limits(wall=0.5))
        (child,) = children
        with pytest.raises(ProcessLookupError):
            os.killpg(child.pid, 0)


def test_what_nobody_foresaw_is_logged_and_broken(tmp_path: Path, caplog) -> None:
    assert read(office.docx("x"), "unheard-of", tmp_path, Limits()) == Extraction(State.BROKEN)
    assert "Traceback" in caplog.text


def test_the_child_sees_no_secret_of_the_server(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "of-the-server")
    seen = []
    start = subprocess.Popen
    monkeypatch.setattr(
        subprocess,
        "Popen",
        lambda *args, **options: (seen.append(options), start(*args, **options))[1],
    )
    assert read(b"text", "txt", tmp_path, Limits()).state == State.READ
    assert seen[0]["env"] == {}
    assert seen[0]["start_new_session"] is True
