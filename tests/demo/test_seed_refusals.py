"""`seed_demo` is whole or not at all, and says plainly why it stops."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from demo import materials
from demo.content import Content
from demo.value_checks import ContentError
from tests.demo.state import counts, stored_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seed_small")]


def test_an_interruption_half_way_leaves_database_and_files_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
):
    before, files = counts(), stored_files()
    publish, published = materials._publish, []

    def interrupted(*arguments: Any) -> None:
        if len(published) == 3:
            raise KeyboardInterrupt
        publish(*arguments)
        published.append(arguments)

    monkeypatch.setattr(materials, "_publish", interrupted)
    with pytest.raises(KeyboardInterrupt):
        call_command("seed_demo")
    assert len(published) == 3
    assert counts() == before
    assert stored_files() == files


def test_what_the_rules_of_publication_refuse_is_named(
    small_content: Content, monkeypatch: pytest.MonkeyPatch
):
    experience = next(m for m in small_content.materials if str(m).startswith("e01"))
    monkeypatch.setitem(experience.values, "subjects", ["physics"])
    with pytest.raises(CommandError, match=r"e01-self-check-cards\.kk\.yaml: grades: "):
        call_command("seed_demo")


def test_a_wrong_content_file_ends_with_its_message(monkeypatch: pytest.MonkeyPatch):
    def refuse() -> Content:
        raise ContentError("acts.yaml: date: is missing or empty")

    monkeypatch.setattr("demo.management.commands.seed_demo.read_content", refuse)
    with pytest.raises(CommandError, match=r"acts\.yaml: date"):
        call_command("seed_demo")


def test_demo_logins_exist_only_where_they_are_wanted(
    settings: Any, capsys: pytest.CaptureFixture[str]
):
    call_command("seed_demo")
    assert "password" not in capsys.readouterr().out
    assert not any(user.has_usable_password() for user in User.objects.all())
    settings.DEMO_LOGINS = True
    call_command("seed_demo", again=True)
    assert "zhunisova  methodist-publisher" in capsys.readouterr().out
    methodist = User.objects.get(username="qaliev")
    assert methodist.check_password("qaliev")
    assert [group.name for group in methodist.groups.all()] == ["methodist"]
