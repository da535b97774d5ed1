"""What a thing costs beside a bare WSGI answer measured in turns with it.

On a machine that others use as well both become slower together; what one is of the other stays.
"""

from collections.abc import Callable
from statistics import median
from typing import NamedTuple

from demo.benchmark.served import Worker

# CPU milliseconds of the calibration on the quiet machine for which the bars are stated.
QUIET = 0.15

ROUNDS = 9
# Requests of the calibration in a round.
REQUESTS = 120


class Cost(NamedTuple):
    """Medians: CPU milliseconds, and times the calibration."""

    milliseconds: float
    times: float


class Calibration:
    """A worker that serves the bare answer, as long as things are measured."""

    def __init__(self, bare: Worker) -> None:
        self._bare = bare
        self.milliseconds = median(self._round() for _ in range(ROUNDS))

    def cost(self, milliseconds: Callable[[], float], rounds: int = ROUNDS) -> Cost:
        """Measure in rounds, each between two of the calibration, after one to warm up.

        `milliseconds` does the thing and says how much CPU it took.
        """
        milliseconds()
        spent, times = [], []
        before = self._round()
        for _ in range(rounds):
            spent.append(milliseconds())
            after = self._round()
            times.append(2 * spent[-1] / (before + after))
            before = after
        return Cost(median(spent), median(times))

    def _round(self) -> float:
        return self._bare.milliseconds("/", REQUESTS)
