"""Every file ends in a named state, in a child that cannot take more than it is given."""

import logging
import random
from io import BytesIO
from pathlib import Path

import pytest

from library.extraction.limits import Limits
from library.extraction.outcome import Extraction, State
from library.extraction.process import read_in_child
from library.extraction.reading import read_file
from tests.library.hostile import HOSTILE, MEGABYTE, SOUND, Hostile, bomb, truncated

# A quarter of what a child may really take: the kernel ends one that wants more.
NARROW = Limits(cpu=5, memory=256 * MEGABYTE, wall=30)


def read_on_disk(content: bytes, kind: str, folder: Path, limits: Limits) -> Extraction:
    path = folder / f"file.{kind}"
    path.write_bytes(content)
    with path.open("rb") as file:
        return read_in_child(file.fileno(), kind, limits)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_ends_in_a_named_state_within_the_limits(
    hostile: Hostile, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        found = read_on_disk(hostile.make(), hostile.kind, tmp_path, NARROW)
    assert found.state in hostile.states
    assert bool(found.pages) == (found.state == State.READ)
    assert "Traceback" not in caplog.text


def test_there_are_at_least_thirty_kinds_of_them() -> None:
    assert len(HOSTILE) >= 30


@pytest.mark.parametrize("kind", SOUND)
def test_a_file_that_breaks_off_after_any_tenth_has_a_state(kind: str) -> None:
    states = {read_file(BytesIO(piece), kind).state for piece in truncated(kind)}
    assert states <= {State.READ, State.BROKEN}
    assert (State.BROKEN in states) == (kind != "txt")
    assert read_file(BytesIO(SOUND[kind]), kind).state == State.READ


@pytest.mark.parametrize("kind", SOUND)
def test_a_file_with_bytes_changed_has_a_state(kind: str) -> None:
    chance = random.Random(7)
    for _ in range(150):
        content = bytearray(SOUND[kind])
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        assert read_file(BytesIO(content), kind).state in State


@pytest.mark.proof
class TestAtTheRealLimits:
    @pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
    def test_a_hostile_file_ends_in_a_named_state(self, hostile: Hostile, tmp_path: Path) -> None:
        found = read_on_disk(hostile.make(), hostile.kind, tmp_path, Limits())
        assert found.state in hostile.states

    @pytest.mark.parametrize("kind", SOUND)
    def test_a_file_that_breaks_off_has_a_state(self, kind: str, tmp_path: Path) -> None:
        for piece in truncated(kind):
            found = read_on_disk(piece, kind, tmp_path, Limits())
            assert found.state in {State.READ, State.BROKEN}

    def test_what_unpacks_to_more_than_200_megabytes_is_too_big(self, tmp_path: Path) -> None:
        found = read_on_disk(bomb(201 * MEGABYTE), "docx", tmp_path, Limits())
        assert found == Extraction(State.TOO_BIG)
