"""The child process that reads a file, and its end when it takes too long."""

import logging
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from .limits import MAXIMUM_OUTPUT, Limits
from .outcome import Extraction, State

logger = logging.getLogger(__name__)

# The source root, from where the child finds this package without settings or path.
_ROOT = Path(__file__).resolve().parents[2]
# How the kernel ends a process whose CPU time is over.
_CPU_SPENT = (-signal.SIGXCPU, -signal.SIGKILL)
_LONGEST_COMPLAINT = 2_000


def read_in_child(file: int, kind: str, limits: Limits | None = None) -> Extraction:
    """Read the open file of a descriptor by its extension, in lower case.

    Whatever the file is, this comes back within the limits and with a state. What nobody foresaw is
    logged and counts as broken.
    """
    limits = limits or Limits()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        code = _run(file, kind, limits, output, complaints)
        if code is None or code in _CPU_SPENT:
            return Extraction(State.TOO_BIG)
        output.seek(0)
        if code == 0:
            return Extraction.from_json(output.read(MAXIMUM_OUTPUT))
        complaints.seek(0)
        complaint = complaints.read(MAXIMUM_OUTPUT)[-_LONGEST_COMPLAINT:]
        logger.warning(
            "Reading a .%s file ended with code %s: %s",
            kind,
            code,
            complaint.decode(errors="replace"),
        )
        return Extraction(State.BROKEN)


def _run(
    file: int, kind: str, limits: Limits, output: IO[bytes], complaints: IO[bytes]
) -> int | None:
    """The exit code of a child that has read the file, None if it took too long.

    The child has no environment, so no secret, and a group of its own, which ends with it.
    """
    child = subprocess.Popen(
        [sys.executable, "-m", "library.extraction", kind, str(limits.cpu), str(limits.memory)],
        stdin=file,
        stdout=output,
        stderr=complaints,
        cwd=_ROOT,
        env={},
        start_new_session=True,
    )
    try:
        return child.wait(limits.wall)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
