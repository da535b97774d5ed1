"""The text of documents: read after the upload, kept by content, shown with its state."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection, CollectionViewRestriction

from accounts.roles import METHODIST, PUBLISHER
from library import texts
from library.models import FileText, PortalDocument
from library.tasks import ask_for_waiting_texts, read_text
from library.texts import searchable_pages
from tests import factories
from tests.experience.editor import signed_in
from tests.library import office
from tests.library.hostile import HOSTILE

pytestmark = pytest.mark.django_db

READ, WAITING = FileText.State.READ, FileText.State.WAITING


def stored(content: bytes, name: str = "cards.docx", **fields) -> PortalDocument:
    """A document of the library, read afresh."""
    values = {"title": "Карточки", "file": ContentFile(content, name=name)}
    return fresh(PortalDocument.objects.create(**values | fields))


def fresh(document: PortalDocument) -> PortalDocument:
    return PortalDocument.objects.get(pk=document.pk)


def words(document: PortalDocument) -> str:
    return " ".join(page.text for page in fresh(document).text.page_texts())


@pytest.fixture
def background(settings) -> None:
    """Tasks wait for the background process, as on a server."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def readings(monkeypatch) -> list[str]:
    """The kinds of the files that were really read."""
    kinds: list[str] = []
    read = texts.read_in_child

    def noted(file: int, kind: str):
        kinds.append(kind)
        return read(file, kind)

    monkeypatch.setattr(texts, "read_in_child", noted)
    return kinds


class TestReading:
    @pytest.mark.usefixtures("background")
    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_the_background_process_reads_and_not_the_upload(self, readings):
        document = stored(office.docx("Стог сена"))
        assert document.text.state == WAITING
        assert readings == []
        call_command("work", "--once", stdout=StringIO())
        document = fresh(document)
        assert (document.text.state, words(document)) == (READ, "Стог сена")
        assert document.text.read_at
        assert readings == ["docx"]

    @pytest.mark.usefixtures("background")
    def test_a_task_that_a_killed_worker_lost_is_made_again(self):
        document = stored(office.docx("Стог сена"))
        tasks = DBTaskResult.objects.filter(task_path=read_text.module_path)
        tasks.delete()
        ask_for_waiting_texts()
        assert [task.args_kwargs["args"] for task in tasks] == [[document.text.pk]]

    @pytest.mark.usefixtures("background")
    def test_two_tasks_for_one_text_read_it_once(self, readings):
        document = stored(office.docx("Стог сена"))
        read_text.call(document.text.pk)
        read_text.call(document.text.pk)
        assert readings == ["docx"]

    def test_a_replaced_file_is_read_anew_and_the_old_text_is_forgotten(self):
        document = stored(office.docx("Старое"))
        document.file = ContentFile(office.docx("Новое"), name="cards.docx")
        document.save()
        assert words(document) == "Новое"
        assert FileText.objects.count() == 1

    def test_a_document_that_only_changes_its_title_is_not_read_again(self, readings):
        document = stored(office.docx("Стог сена"))
        document.title = "Другое имя"
        document.save()
        assert readings == ["docx"]
        assert words(document) == "Стог сена"

    def test_the_same_content_twice_is_read_once(self, readings):
        content = office.docx("Стог сена")
        first, second = stored(content, "a.docx"), stored(content, "b.docx")
        assert first.text == second.text
        assert readings == ["docx"]
        first.delete()
        assert words(second) == "Стог сена"
        second.delete()
        assert not FileText.objects.exists()

    def test_the_same_content_under_another_extension_is_judged_by_itself(self):
        content = office.docx("Стог сена")
        assert stored(content, "a.docx").text.state == READ
        assert fresh(stored(content, "a.pdf")).text.state == FileText.State.BROKEN

    @pytest.mark.parametrize("name", ["old.doc", "all.zip", "odd.verylongextension"])
    def test_other_kinds_are_not_read(self, name: str, readings):
        assert stored(b"anything", name).text.state == FileText.State.NOT_READ
        assert readings == []

    @pytest.mark.parametrize(
        ("name", "state"),
        [("a scan", "empty"), ("a locked PDF", "encrypted"), ("ten thousand pages", "too-big")],
    )
    def test_what_cannot_be_read_is_kept_with_its_state(self, name: str, state: str):
        hostile = HOSTILE[name]
        document = fresh(stored(hostile.make(), f"file.{hostile.kind}"))
        assert (document.text.state, document.text.pages) == (state, [])

    def test_a_file_larger_than_the_limit_is_never_opened(self, settings, readings):
        settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 100
        assert fresh(stored(office.docx("x"))).text.state == FileText.State.TOO_BIG
        assert readings == []

    def test_a_file_that_is_gone_from_the_disk_is_broken(self):
        document = stored(office.docx("x"))
        Path(document.file.path).unlink()
        FileText.objects.update(state=WAITING)
        read_text.call(document.text.pk)
        assert fresh(document).text.state == FileText.State.BROKEN


class TestTheCommand:
    @pytest.mark.usefixtures("background")
    def test_it_reads_what_waits_says_how_far_it_is_and_how_it_ended(self):
        stored(office.docx("Стог сена"))
        stored(b"", "empty.txt")
        output = StringIO()
        call_command("read_files", stdout=output)
        assert output.getvalue().splitlines() == ["2/2 files read", "empty: 1", "read: 1"]

    def test_again_reads_everything_but_the_kinds_that_are_not_read(self, readings):
        stored(office.docx("Стог сена"))
        stored(b"x", "a.zip")
        call_command("read_files", stdout=StringIO())
        assert readings == ["docx"]
        call_command("read_files", "--again", stdout=StringIO())
        assert readings == ["docx", "docx"]

    def test_documents_from_before_there_were_texts_get_theirs(self):
        document = stored(office.docx("Стог сена"))
        PortalDocument.objects.update(text=None, file_hash="")
        FileText.objects.all().delete()
        call_command("read_files", stdout=StringIO())
        assert words(document) == "Стог сена"


class TestVisibility:
    def test_texts_of_a_private_collection_and_of_those_below_it_are_not_searchable(self):
        root = Collection.get_first_root_node()
        closed = root.add_child(name="Закрытая")
        below = closed.add_child(name="Ниже")
        documents = [
            stored(office.docx(f"Файл {n}"), collection=collection)
            for n, collection in enumerate((root, closed, below))
        ]
        numbers = [document.pk for document in documents]
        assert set(searchable_pages(numbers)) == set(numbers)
        CollectionViewRestriction.objects.create(
            collection=closed, restriction_type=CollectionViewRestriction.LOGIN
        )
        assert set(searchable_pages(numbers)) == {numbers[0]}

    def test_only_texts_that_were_read_are_searchable(self):
        document = stored(b"", "empty.txt")
        assert searchable_pages([document.pk]) == {}


class TestInTheCms:
    def test_the_state_stands_in_the_list_and_in_the_editor(self):
        stored(HOSTILE["a scan"].make(), "scan.pdf")
        document = PortalDocument.objects.get()
        client = signed_in(factories.user(PUBLISHER))
        for address in (
            reverse("wagtaildocs:index"),
            reverse("wagtaildocs:edit", args=[document.pk]),
        ):
            assert "вероятно, это скан" in client.get(address).content.decode()

    def test_another_try_reads_the_file_again(self, readings):
        document = stored(HOSTILE["a scan"].make(), "scan.pdf")
        edit = reverse("wagtaildocs:edit", args=[document.pk])
        again = reverse("document_read_again", args=[document.pk])
        client = signed_in(factories.user(PUBLISHER))
        assert again in client.get(edit).content.decode()
        response = client.post(again, follow=True)
        assert response.redirect_chain[-1][0] == edit
        assert "будет прочитан ещё раз" in response.content.decode()
        assert readings == ["pdf", "pdf"]

    def test_a_text_that_was_read_needs_no_other_try(self, readings):
        document = stored(office.docx("Стог сена"))
        again = reverse("document_read_again", args=[document.pk])
        client = signed_in(factories.user(PUBLISHER))
        edit = reverse("wagtaildocs:edit", args=[document.pk])
        assert again not in client.get(edit).content.decode()
        client.post(again)
        assert readings == ["docx"]

    def test_who_may_not_change_the_document_may_not_have_it_read_again(self, readings):
        document = stored(HOSTILE["a scan"].make(), "scan.pdf")
        again = reverse("document_read_again", args=[document.pk])
        assert signed_in(factories.user()).post(again).status_code == 302
        assert signed_in(factories.user(METHODIST)).get(again).status_code == 405
        assert readings == ["pdf"]

    def test_the_editor_says_that_a_private_file_is_not_searched(self):
        document = stored(office.docx("Стог сена"))
        edit = reverse("wagtaildocs:edit", args=[document.pk])
        client = signed_in(factories.user(PUBLISHER))
        assert "Коллекция закрыта" not in client.get(edit).content.decode()
        CollectionViewRestriction.objects.create(
            collection=document.collection, restriction_type=CollectionViewRestriction.LOGIN
        )
        assert "Коллекция закрыта" in client.get(edit).content.decode()
