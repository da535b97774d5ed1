"""The table of a benchmark: each cost beside its bar."""

from collections.abc import Callable

from demo.benchmark.calibration import QUIET, Calibration, Cost


class Table:
    """Prints rows as they are measured: name, CPU milliseconds, times the calibration and its bar."""

    def __init__(self, write: Callable[[str], object], calibration: Calibration) -> None:
        self._write = write
        write(
            f"bare WSGI, 6 KB: {calibration.milliseconds:.3f} ms CPU here,"
            f" {QUIET} on the quiet machine of the bars\n\n"
        )
        self._line("", "ms CPU", "x bare", "(bar)", "", "SQL", "(bar)")

    def cost(
        self, name: str, cost: Cost, bar: float, queries: tuple[int, int] | None = None
    ) -> None:
        """Add what something costs; `bar` in milliseconds on the quiet machine, `queries` with theirs."""
        most = bar / QUIET
        self._line(
            name,
            f"{cost.milliseconds:.1f}",
            f"{cost.times:.0f}",
            f"({most:.0f})",
            _mark(cost.times <= most and (queries is None or queries[0] <= queries[1])),
            *((str(queries[0]), f"({queries[1]})") if queries else ()),
        )

    def memory(self, name: str, megabytes: float, bar: float) -> None:
        """Add what takes memory."""
        self._line(name, f"{megabytes:.0f} MB", "", f"({bar:.0f})", _mark(megabytes <= bar))

    def note(self, name: str, milliseconds: float) -> None:
        """Add a time without a bar."""
        self._line(name, f"{milliseconds:.1f}")

    def _line(self, name: str, *values: str) -> None:
        self._write(f"{name:<46}" + "".join(f"{value:>8}" for value in values).rstrip() + "\n")


def _mark(is_kept: bool) -> str:
    return "ok" if is_kept else "OVER"
