"""CPU of a gunicorn worker for each request, as a reader causes it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

BARE_APPLICATION = "demo.benchmark.bare:application"

_numbers = count()


@contextmanager
def served(root: Path, application: str | None = None) -> Iterator["Worker"]:
    """Serve the portal, or another WSGI application, by one gunicorn worker on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "-c", str(root / "gunicorn.conf.py")]
    # One and the same process is measured from beginning to end.
    command += ["--max-requests", "0"]
    if application:
        command.append(application)
    environment = {**os.environ, "BIND": f"127.0.0.1:{port}", "WORKERS": "1"}
    master = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield Worker(master.pid, port)
    finally:
        master.terminate()
        master.wait(timeout=30)


class Worker:
    """A gunicorn worker under measurement."""

    def __init__(self, master: int, port: int) -> None:
        self.port = port
        end = time.monotonic() + 60
        while not self._answers():
            if time.monotonic() > end:
                raise TimeoutError("gunicorn did not start within a minute")
            time.sleep(0.1)
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        self.pid = int(children[0])

    def _answers(self) -> bool:
        try:
            self.get("/healthz")
        except OSError:
            return False
        return True

    def get(self, path: str) -> tuple[int, int]:
        """Ask for a page; return status and length of the body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path, headers={"Host": "127.0.0.1"})
            response = connection.getresponse()
            return response.status, len(response.read())
        finally:
            connection.close()

    def cpu_seconds(self) -> float:
        """CPU time that the worker has used until now."""
        # The number of the clock of another process, see clock_getcpuclockid(3).
        return time.clock_gettime((~self.pid << 3) | 2)

    def private_megabytes(self) -> float:
        """Memory that the worker shares with nobody."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024

    def milliseconds(self, path: str, requests: int, *, fresh: bool = False) -> float:
        """CPU milliseconds of one request for `path`, the mean of some.

        `fresh` asks each time for a page that was not asked for before: by a parameter of no meaning.
        """
        before = self.cpu_seconds()
        for _ in range(requests):
            status, _length = self.get(as_never_before(path) if fresh else path)
            if status != 200:
                raise RuntimeError(f"{path} answered {status}")
        return 1000 * (self.cpu_seconds() - before) / requests


def as_never_before(path: str) -> str:
    """Return the address with a parameter that no page knows and no address had before."""
    return f"{path}{'&' if '?' in path else '?'}bench={next(_numbers)}"
