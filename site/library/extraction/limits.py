"""How much an uploaded file may ask of the machine; the figures are those of docs/attachments.md."""

import resource
from typing import NamedTuple

MAXIMUM_ENTRIES = 2_000
MAXIMUM_UNPACKED = 200 * 1024 * 1024
MAXIMUM_RATIO = 200
# What unpacks to less than this may be as regular as it likes.
RATIO_COUNTS_FROM = 1024 * 1024
MAXIMUM_PDF_PAGES = 1_000
MAXIMUM_CHARACTERS = 1_000_000
MAXIMUM_DEPTH = 256
# A million characters of four bytes, and what JSON adds.
MAXIMUM_OUTPUT = 8 * 1024 * 1024


class Limits(NamedTuple):
    """Limits of one child: seconds of CPU, bytes of memory, seconds by the clock."""

    cpu: int = 20
    memory: int = 1024**3
    wall: float = 30.0


def confine(cpu: int, memory: int) -> None:
    """Put this process under limits that it cannot lift again.

    After `cpu` seconds the kernel ends it; beyond `memory` bytes allocations fail.
    """
    for kind, limit in (
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, MAXIMUM_OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))
