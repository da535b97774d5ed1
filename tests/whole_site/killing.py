"""A process that publishes until it is killed, and what it had acknowledged by then."""

import os
import random
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import NoReturn

from django.db import connections, transaction

from experience.models import KnowledgePage
from tests import factories
from tests.whole_site.walk.walk import Walk

# The process is killed after so many lines at most, and so many seconds.
MOST_LINES = 6
LONGEST_PAUSE = 0.15


@dataclass
class Acknowledged:
    """What was told to be done: the title of each published page, None for one that is not live."""

    titles: dict[int, str | None] = field(default_factory=dict)
    begun: int | None = None
    """The page of the event at which the process died: it may be done or not."""


def live_until_killed(seed: int, feed: Callable[[], None]) -> Acknowledged:
    """Let a process publish, withdraw and delete, and feed the index; kill it at a random moment."""
    chance = random.Random(seed)
    # The child must not share connections with this process.
    connections.close_all()
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        # Names of an earlier process may be taken.
        factories._number = count(1_000 * (seed + 1))
        _live(Walk(seed), feed, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        lines = [told.readline() for _ in range(chance.randint(1, MOST_LINES))]
        time.sleep(chance.uniform(0, LONGEST_PAUSE))
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        text = b"".join([*lines, told.read()]).decode()
    assert os.WIFSIGNALED(status), text
    return _read(text)


def _live(walk: Walk, feed: Callable[[], None], descriptor: int) -> NoReturn:
    """Never returns: a copy of the tests' process must not go on with the tests."""
    try:
        while True:
            _event(walk, lambda line: os.write(descriptor, f"{line}\n".encode()))
            if walk.chance.random() < 0.5:
                feed()
    finally:
        os.write(descriptor, traceback.format_exc().encode())
        os._exit(1)


def _event(walk: Walk, tell: Callable[[str], int]) -> None:
    page = walk.material()
    kind = walk.chance.choice(("publish", "publish", "unpublish", "delete", "other"))
    if kind == "delete" and KnowledgePage.objects.count() < 6:
        kind = "other"
    tell(f"begin {page.pk}")
    with transaction.atomic():
        if kind == "publish":
            page.title = f"{walk.phrase()} {walk.chance.randrange(10_000)}"
            page.save_revision(clean=False).publish()
        elif kind == "unpublish":
            page.unpublish()
        elif kind == "delete":
            page.delete()
        else:
            walk.chance.choice((walk.write, walk.draft, walk.restrict, walk.lift))()
    if kind == "publish":
        tell(f"live {page.pk} {page.title}")
    else:
        tell("done" if kind == "other" else f"gone {page.pk}")


def _read(text: str) -> Acknowledged:
    """The lines that the process told; the last may be cut short."""
    found = Acknowledged()
    for line in text.split("\n")[:-1]:
        kind, _, rest = line.partition(" ")
        number, _, title = rest.partition(" ")
        if kind == "begin":
            found.begun = int(number)
            continue
        found.begun = None
        if kind != "done":
            found.titles[int(number)] = title if kind == "live" else None
    found.titles.pop(found.begun or 0, None)
    return found
