"""Every style and script of readers stands among those that are joined."""

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

from pages.joined_files import JOINED, SCRIPTS, joined_addresses

STATIC = settings.ROOT / "static"
# Linked by themselves, where they are needed.
ALONE = {"css/low-vision.css", "css/patterns.css"}


@pytest.mark.parametrize(("joined", "folder"), [("css/portal.css", "css"), ("js/portal.js", "js")])
def test_every_file_of_the_folder_is_joined(joined, folder):
    found = {str(path.relative_to(STATIC)) for path in (STATIC / folder).rglob("*.?s*")}
    assert set(JOINED[joined]) == found - ALONE


def test_a_page_has_the_joined_file_where_there_is_one_and_else_its_parts(monkeypatch):
    assert [address.rpartition("/static/")[2] for address in joined_addresses("js/portal.js")] == [
        *SCRIPTS
    ]
    monkeypatch.setattr(staticfiles_storage, "joins_files", True, raising=False)
    assert len(joined_addresses("js/portal.js")) == 1


def test_joined_scripts_share_no_names():
    """Each is a block: what it declares is seen by no other."""
    for name in SCRIPTS:
        code = [
            line for line in (STATIC / name).read_text("utf-8").splitlines() if line[:2] != "//"
        ]
        assert (code[0], code[-1]) == ("{", "}")
