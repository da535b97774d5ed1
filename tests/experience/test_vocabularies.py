"""Vocabularies are data: loading them adds and updates, and never touches what an editor changed."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from accounts.models import QualificationCategory
from experience import vocabulary_loading
from experience.models import EducationLevel, Grade, LoadedTerm, Subject
from experience.vocabulary_files import (
    FOLDER,
    VOCABULARIES,
    VocabularyError,
    labels_to_confirm,
    read_vocabulary,
)
from experience.vocabulary_loading import load_vocabularies
from search.synonym_records import current_thesaurus
from search.terms import terms_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the vocabularies that a test may edit."""
    return Path(copytree(FOLDER, tmp_path / "vocabularies"))


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_every_vocabulary_is_loaded_in_both_languages():
    load_vocabularies()
    for name, model in VOCABULARIES.items():
        assert model.objects.count() == len(read_vocabulary(name)) > 0
        assert not model.objects.filter(name_kk="").exists()
        assert not model.objects.filter(name_ru="").exists()


def test_grades_have_levels_and_subjects_their_grades():
    load_vocabularies()
    assert [grade.number for grade in Grade.objects.order_by("order")] == list(range(12))
    assert Grade.objects.get(code="4").level.code == "primary"
    assert Grade.objects.get(code="5").level.code == "basic"
    physics = Subject.objects.get(code="physics")
    assert sorted(grade.number for grade in physics.grades.all()) == [7, 8, 9, 10, 11]


def test_a_second_load_changes_nothing():
    load_vocabularies()
    report = load_vocabularies()
    assert {outcome for _name, outcome in report.counts} == {"unchanged"}
    assert report.kept == []


def test_what_the_file_changes_is_updated(folder: Path):
    load_vocabularies(folder)
    edit(folder, "subjects", "kk: Химия", "kk: Химия негіздері")
    report = load_vocabularies(folder)
    assert Subject.objects.get(code="chemistry").name_kk == "Химия негіздері"
    assert report.counts["subjects", "updated"] == 1


def test_an_editors_change_is_kept_while_other_fields_of_the_term_are_updated(folder: Path):
    load_vocabularies(folder)
    Subject.objects.filter(code="chemistry").update(name_ru="Химия и жизнь")
    edit(folder, "subjects", "kk: Химия\n  ru: Химия", "kk: Химия негіздері\n  ru: Основы химии")
    report = load_vocabularies(folder)
    chemistry = Subject.objects.get(code="chemistry")
    assert (chemistry.name_kk, chemistry.name_ru) == ("Химия негіздері", "Химия и жизнь")
    assert report.kept == ["subjects: chemistry: name_ru"]
    load_vocabularies(folder)
    assert Subject.objects.get(code="chemistry").name_ru == "Химия и жизнь"


def test_an_editors_grades_of_a_subject_are_kept():
    load_vocabularies()
    music = Subject.objects.get(code="music")
    music.grades.add(Grade.objects.get(code="7"))
    load_vocabularies()
    assert music.grades.filter(code="7").exists()


def test_a_term_that_an_editor_deleted_does_not_come_back():
    load_vocabularies()
    Subject.objects.get(code="graphics").delete()
    report = load_vocabularies()
    assert not Subject.objects.filter(code="graphics").exists()
    assert report.counts["subjects", "removed by an editor"] == 1


def test_a_term_that_an_editor_made_under_the_same_code_is_kept():
    Subject.objects.create(
        code="chemistry", name_kk="Химия (облыстық)", name_ru="Химия (областная)"
    )
    load_vocabularies()
    assert Subject.objects.get(code="chemistry").name_ru == "Химия (областная)"


def test_a_renaming_by_an_order_brings_dates_and_the_new_name(folder: Path):
    edit(
        folder,
        "subjects",
        "- code: labour\n",
        "- code: labour\n  valid_until: 2027-08-31\n  renamed_to: artistic-labour\n",
    )
    load_vocabularies(folder)
    labour = Subject.objects.get(code="labour")
    assert labour.valid_until == date(2027, 8, 31)
    assert labour.renamed_to.code == "artistic-labour"
    edit(folder, "subjects", "  renamed_to: artistic-labour\n", "")
    load_vocabularies(folder)
    assert Subject.objects.get(code="labour").renamed_to is None


def test_an_editors_renaming_is_kept(folder: Path):
    load_vocabularies(folder)
    Subject.objects.filter(code="labour").update(renamed_to=Subject.objects.get(code="fine-arts"))
    edit(folder, "subjects", "- code: labour\n", "- code: labour\n  renamed_to: artistic-labour\n")
    report = load_vocabularies(folder)
    assert Subject.objects.get(code="labour").renamed_to.code == "fine-arts"
    assert report.kept == ["subjects: labour: renamed_to"]


def test_an_interrupted_load_leaves_the_database_as_it_was(monkeypatch: pytest.MonkeyPatch):
    def refuse(name, folder):
        if name == "audiences":
            raise VocabularyError("interrupted")
        return read_vocabulary(name, folder)

    monkeypatch.setattr(vocabulary_loading, "read_vocabulary", refuse)
    with pytest.raises(VocabularyError):
        load_vocabularies()
    assert not EducationLevel.objects.exists()
    assert not LoadedTerm.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- code: physics\n", "- code: chemistry\n", "the code “chemistry” stands twice"),
        ("  kk: Физика\n", "", "“physics” needs a name in both languages"),
        ("  kk: Физика\n", "  kz: Физика\n", "“physics” has unknown keys: kz"),
        ("- code: physics\n", "- code: physics\n  renamed_to: magic\n", "renamed to “magic”"),
        ("- code: physics\n", "- code: physics\n  valid_from: soon\n", "should be a date"),
        ("  grades: [1]\n", "  grades: [13]\n", "there is no"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(folder: Path, old: str, new: str, message: str):
    edit(folder, "subjects", old, new)
    with pytest.raises(VocabularyError, match="subjects") as refusal:
        load_vocabularies(folder)
    assert message in str(refusal.value)
    assert not EducationLevel.objects.exists()


def test_the_command_says_what_it_did(capsys: pytest.CaptureFixture[str]):
    call_command("load_vocabularies")
    QualificationCategory.objects.filter(code="expert").update(name_ru="эксперт")
    call_command("load_vocabularies")
    said = capsys.readouterr().out
    assert "subjects: 31 added" in said
    assert "subjects: 31 unchanged" in said
    assert "kept as an editor changed it: qualification_categories: expert: name_ru" in said


def test_the_command_names_a_wrong_file(monkeypatch: pytest.MonkeyPatch, folder: Path):
    (folder / "areas.yaml").write_text("nothing: here")
    monkeypatch.setattr(
        "experience.management.commands.load_vocabularies.load_vocabularies",
        lambda: load_vocabularies(folder),
    )
    with pytest.raises(CommandError, match=r"areas\.yaml: a list of terms is expected"):
        call_command("load_vocabularies")


def test_the_docs_list_every_label_to_confirm():
    document = (settings.ROOT / "docs" / "labels-to-confirm.md").read_text()
    assert document.endswith(labels_to_confirm())
    assert "Алғашқы әскери және технологиялық дайындық" in document


def test_names_and_synonyms_of_a_term_are_synonyms_of_the_search():
    load_vocabularies()
    (expansion,) = terms_of("литчтение", current_thesaurus()).expansions
    others = [" ".join(term.form for term in own) for own in expansion.alternatives]
    assert {"литературное чтение", "адебиеттик оку"} <= set(others)
    reading = Subject.objects.get(code="literary-reading")
    reading.synonyms_ru = ""
    reading.save()
    assert terms_of("литчтение", current_thesaurus()).expansions == ()
