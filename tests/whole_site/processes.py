"""The launchers as processes of their own, with an environment of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The environment as it was before any test; browser tests add to it.
OUTSIDE = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
COMPLETE = {
    "SECRET_KEY": "x7" * 30,
    "ALLOWED_HOSTS": "bank.example",
    "BASE_ADDRESS": "https://bank.example",
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
}


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command under the settings of the tests, unless the environment names others."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**OUTSIDE, "DJANGO_SETTINGS_MODULE": "config.settings.test", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def in_production(code: str, **environment: str) -> str:
    """Return what the code prints under the settings of a server, complete unless said otherwise."""
    result = run(
        sys.executable,
        "manage.py",
        "shell",
        "--no-imports",
        "-c",
        code,
        **{**COMPLETE, **environment},
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()
