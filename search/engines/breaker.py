"""A circuit breaker: what has failed repeatedly is left alone for a while."""

import threading
import time
from collections import deque
from collections.abc import Callable

FAILURES = 3
WITHIN = 30.0
OPEN_FOR = 30.0


class Breaker:
    """Opens after FAILURES within WITHIN seconds, for OPEN_FOR seconds; then one probe decides.

    Safe to share between threads. `clock` counts seconds and never goes back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures: deque[float] = deque(maxlen=FAILURES)
        self._open_until: float | None = None

    def allows(self) -> bool:
        """Whether to try now. While open, one caller in OPEN_FOR seconds is the probe."""
        with self._lock:
            if self._open_until is None:
                return True
            now = self._clock()
            if now < self._open_until:
                return False
            self._open_until = now + OPEN_FOR
            return True

    def succeeded(self) -> None:
        """Close: the try has gone well."""
        with self._lock:
            self._failures.clear()
            self._open_until = None

    def failed(self) -> bool:
        """Note a failure; returns whether the breaker has opened by it."""
        with self._lock:
            now = self._clock()
            self._failures.append(now)
            repeated = len(self._failures) == FAILURES and now - self._failures[0] <= WITHIN
            if self._open_until is None and not repeated:
                return False
            opened = self._open_until is None
            self._open_until = now + OPEN_FOR
            return opened
