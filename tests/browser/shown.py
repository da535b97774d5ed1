"""The demo district as readers meet it: production's settings, one gunicorn worker, real content."""

import fcntl
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from demo.benchmark.served import served

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("VAR_DIR") or ROOT / "var").resolve() / "shown"
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "VAR_DIR": str(FOLDER),
    "SECRET_KEY": "only-for-looking-at-on-this-machine-0123456789-abcdefghijklmnop",
    "ALLOWED_HOSTS": "127.0.0.1",
    "BASE_ADDRESS": "https://127.0.0.1",
    "SECURE_SSL_REDIRECT": "0",
}


@contextmanager
def shown_district() -> Iterator[str]:
    """Serve the demo and yield the address; the first call makes the bank, which takes a minute."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER.parent / "shown.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run(["make", "--silent", "shown", f"SHOWN={FOLDER}"], cwd=ROOT, check=True)
    with patch.dict(os.environ, SETTINGS), served(ROOT) as worker:
        yield f"http://127.0.0.1:{worker.port}"
