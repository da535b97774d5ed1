"""Every launcher finds the code without hiding Python's own `site` module."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.whole_site.processes import COMPLETE, ROOT, run

PROBE = (
    "import site, sys, pathlib; "
    "assert pathlib.Path(site.__file__).parts[-2:] != ('main', 'site'), site.__file__; "
    "assert hasattr(site, 'getsitepackages'), site; "
    "import config, experience; print('found')"
)


def test_manage_finds_the_rooms_and_the_standard_site_module():
    result = run(sys.executable, "manage.py", "shell", "--no-imports", "-c", PROBE)
    assert result.stdout.strip().endswith("found"), result.stderr


@pytest.mark.setting("BIND", "WORKERS")
def test_gunicorn_serves_the_application_from_any_folder(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "BIND": f"127.0.0.1:{port}",
        "WORKERS": "3",
    }
    command = [sys.executable, "-m", "gunicorn", "-c", str(ROOT / "gunicorn.conf.py")]
    server = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert answer_of(f"http://127.0.0.1:{port}/healthz") == '{"status": "ok"}'
        assert workers_of(server, 3) == 3
    finally:
        server.terminate()
        server.wait(timeout=20)


def workers_of(server: subprocess.Popen[str], expected: int, seconds: float = 30) -> int:
    """The processes of a server, which starts them one after another, once there are as many."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    end = time.monotonic() + seconds
    while (found := len(children.read_text().split())) < expected and time.monotonic() < end:
        time.sleep(0.1)
    return found


def answer_of(address: str, seconds: float = 30) -> str:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def test_pytest_itself_sees_the_standard_site_module():
    import site

    assert Path(site.__file__).parent != ROOT / "site"


def test_the_source_root_is_no_package():
    assert not (ROOT / "site" / "__init__.py").exists()


@pytest.mark.parametrize(
    "name", ["site/pages/apps.py", "search/apps.py", "site/locale/kk/LC_MESSAGES/django.po"]
)
def test_git_ignores_no_source(name):
    assert (ROOT / name).exists()
    ignored = subprocess.run(["git", "check-ignore", "-q", name], cwd=ROOT, check=False)
    assert ignored.returncode == 1


def production(**environment: str) -> subprocess.CompletedProcess[str]:
    check = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    return run(sys.executable, *check, **{**COMPLETE, **environment})


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "BASE_ADDRESS"])
def test_production_refuses_to_start_without(name):
    result = production(**{name: ""})
    assert result.returncode != 0
    assert name in result.stderr


def test_production_starts_without_a_warning_when_complete():
    result = production(SECRET_KEY="Zk3q9vT1xW7mB5nR2pL8sD4fG6hJ0aCyEuIoQtYbNvMzXwKrPd!?")
    assert result.returncode == 0, result.stderr + result.stdout
