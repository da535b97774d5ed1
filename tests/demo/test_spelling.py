"""The spelling check finds a misspelt word in either language and respects the reviewed list."""

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from demo import spelling
from demo.content import FOLDER
from demo.spelling import HunspellError, unknown_words

needs_hunspell = pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is missing")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with two texts and short lists; patterns and vocabularies left out."""
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    monkeypatch.setattr(spelling.writing, "FOLDER", nothing)
    monkeypatch.setattr(spelling.vocabulary_files, "FOLDER", nothing)
    for name in ("spelling", "texts", "files"):
        (tmp_path / "content" / name).mkdir(parents=True)
    (tmp_path / "content" / "spelling" / "ru.txt").write_text("флешка\nКоктюбе\n")
    (tmp_path / "content" / "spelling" / "kk.txt").write_text("сабақтарда\n")
    return tmp_path / "content"


def found(folder: Path) -> set[tuple[str, str]]:
    return {(row.language, row.word) for row in unknown_words(folder)}


@needs_hunspell
def test_a_misspelt_word_is_found_in_either_language(folder: Path):
    (folder / "texts" / "a.yaml").write_text(
        "body_ru: Учитель обьясняет задачу\nbody_kk: Мұғалім тапсырмманы түсіндіреді\nslug: bukvы\n"
    )
    assert found(folder) == {("ru", "обьясняет"), ("kk", "тапсырмманы")}


@needs_hunspell
def test_a_word_of_the_reviewed_list_is_known_also_with_a_capital(folder: Path):
    (folder / "texts" / "a.yaml").write_text(
        "body_ru: Флешка и флешка в Коктюбе\nbody_kk: Сабақтарда\n"
    )
    assert found(folder) == set()
    (folder / "texts" / "a.yaml").write_text("body_ru: коктюбе\n")
    assert found(folder) == {("ru", "коктюбе")}


@needs_hunspell
def test_a_kazakh_word_in_a_russian_text_is_spelt_as_kazakh(folder: Path):
    (folder / "texts" / "a.yaml").write_text("body_ru: Слово «мұғалім» и слово «мұғалімммен»\n")
    assert found(folder) == {("kk", "мұғалімммен")}


@needs_hunspell
def test_sources_of_attachments_are_spelt_too(folder: Path):
    (folder / "files" / "a.md").write_text("# Карточька\n")
    assert found(folder) == {("ru", "Карточька")}


@needs_hunspell
def test_the_command_names_file_and_word_and_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (folder / "texts" / "a.yaml").write_text("body_ru: Учитель обьясняет\n")
    monkeypatch.setattr(
        "demo.management.commands.spell_content.unknown_words", lambda: unknown_words(folder)
    )
    with pytest.raises(CommandError, match="1 unknown words"):
        call_command("spell_content")
    assert "a.yaml: ru: обьясняет" in capsys.readouterr().out


def test_a_missing_hunspell_is_said_plainly(folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "texts" / "a.yaml").write_text("body_ru: Учитель\n")
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(HunspellError, match="hunspell-ru"):
        unknown_words(folder)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_reviewed_lists_are_sorted_and_without_doubles(language: str):
    lines = (FOLDER / "spelling" / f"{language}.txt").read_text().splitlines()
    small = [line for line in lines if not line[0].isupper()]
    assert lines == sorted(set(small)) + sorted(set(lines) - set(small))
