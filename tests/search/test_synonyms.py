"""Synonyms as records and as the file they begin with."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from search import changes
from search.models import Change, ProtectedWord, SynonymGroup
from search.synonym_records import (
    SynonymFileError,
    current_thesaurus,
    load_synonyms,
    read_synonyms,
)
from search.synonyms import Thesaurus
from search.terms import terms_of
from tests.search.bank import Bank

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """A file of synonyms with the lines given."""

    def write(*lines: str):
        path = tmp_path / "synonyms.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def test_the_file_of_the_product_is_sound_and_loads_once() -> None:
    groups = read_synonyms()
    assert len(groups) > 60
    assert load_synonyms() == {"added": len(groups)}
    assert load_synonyms() == {"unchanged": len(groups)}
    found = terms_of("соч", current_thesaurus()).expansions
    assert "тжб" in {
        term.form for expansion in found for own in expansion.alternatives for term in own
    }


def test_what_an_editor_changed_or_deleted_stays(file) -> None:
    load_synonyms(file("урок = сабақ", "школа = мектеп", "класс = сынып"))
    edited = SynonymGroup.objects.get(code="урок")
    edited.words_ru = "урок, занятие"
    edited.save()
    SynonymGroup.objects.get(code="школа").delete()
    outcomes = load_synonyms(file("урок = сабақ, сағат", "школа = мектеп", "класс = сынып, топ"))
    assert outcomes == {"kept as an editor changed it": 1, "removed by an editor": 1, "updated": 1}
    assert SynonymGroup.objects.get(code="урок").words_ru == "урок, занятие"
    assert SynonymGroup.objects.get(code="класс").words_kk == "сынып, топ"


@pytest.mark.parametrize("lines", [["урок"], ["= сабақ"], ["урок = сабақ", "урок = дәріс"]])
def test_a_wrong_line_is_named_and_nothing_is_loaded(file, lines: list[str]) -> None:
    path = file("школа = мектеп", *lines)
    with pytest.raises(SynonymFileError, match=f"line {1 + len(lines)}"):
        load_synonyms(path)
    assert not SynonymGroup.objects.exists()


def test_the_command_says_what_it_did(capsys) -> None:
    call_command("load_synonyms")
    assert "added" in capsys.readouterr().out


def test_one_word_has_no_synonym() -> None:
    with pytest.raises(ValidationError):
        SynonymGroup(words_ru="урок").full_clean()
    SynonymGroup(words_ru="урок, занятие").full_clean()


@pytest.mark.parametrize("word", ["Көк су", "Су", "Ак-су", "10"])
def test_protected_is_one_word_of_three_letters_at_least(word: str) -> None:
    with pytest.raises(ValidationError):
        ProtectedWord(word=word).full_clean()
    ProtectedWord(word="Көксу").full_clean()


def test_a_protected_word_has_every_text_read_anew() -> None:
    newest = Change.objects.latest("pk").pk
    ProtectedWord.objects.create(word="Көксу")
    assert list(Change.objects.filter(pk__gt=newest).values_list("kind", flat=True)) == [
        Change.Kind.EVERYTHING
    ]
    assert current_thesaurus().protected == {"коксу"}


def test_what_a_source_names_is_a_synonym_once_it_is_noted(bank: Bank) -> None:
    assert terms_of("ритмика", current_thesaurus()).expansions == ()
    bank.groups_of_synonyms.append(["Музыка", "ритмика"])
    changes.record_words()
    (expansion,) = terms_of("ритмика", current_thesaurus()).expansions
    assert [term.form for (term,) in expansion.alternatives] == ["музыка"]


def test_the_thesaurus_is_read_only_when_it_has_changed(django_assert_num_queries) -> None:
    group = SynonymGroup.objects.create(words_ru="урок", words_kk="сабақ")
    current_thesaurus()
    with django_assert_num_queries(1):
        first = current_thesaurus()
    group.save()
    assert current_thesaurus() is not first


def test_an_expression_is_met_only_whole() -> None:
    thesaurus = Thesaurus([("план урока", "сабақ жоспары")])
    assert terms_of("план школы", thesaurus).expansions == ()
    (expansion,) = terms_of("новые планы уроков", thesaurus).expansions
    assert [term.form for term in expansion.terms] == ["планы", "уроков"]
    assert [term.form for term in expansion.alternatives[0]] == ["сабак", "жоспары"]
