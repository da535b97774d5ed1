"""Every setting and command is documented, and every documented one exists."""

import re
from pathlib import Path

from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
OUR_APPS = {"config", "demo", "portal", "experience", "pages", "library", "accounts", "search"}


def documented(name: str) -> set[str]:
    """Names in the first column of the tables of a document."""
    rows = [
        line.split("|")[1]
        for line in (ROOT / "docs" / name).read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def settings_read() -> set[str]:
    """Names that the settings and the server read from the environment."""
    files = [*(ROOT / "site" / "config" / "settings").glob("*.py"), ROOT / "gunicorn.conf.py"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return set(re.findall(r'environ(?:\.get\(|\[)"(\w+)"', text))


def test_settings_and_their_document_name_the_same():
    assert documented("settings.md") == settings_read()


def test_commands_and_their_document_name_the_same():
    ours = {name for name, app in get_commands().items() if app in OUR_APPS}
    assert documented("commands.md") == ours


def test_direct_dependencies_are_all_decided():
    names = {
        re.split(r"[\[><=]", line)[0].lower()
        for line in (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }
    decision = (ROOT / "docs/decisions/0005-dependencies.md").read_text(encoding="utf-8").lower()
    assert [name for name in sorted(names) if name not in decision] == []
