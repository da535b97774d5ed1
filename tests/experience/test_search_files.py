"""Words inside attached files: found with file and page, and only by those who may open both."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from experience.models import KnowledgePage, MaterialFile
from library.models import FileText, PortalDocument
from library.tasks import read_text
from search.documents import SIGNED_IN
from search.engines.serving import engine
from search.models import Change
from search.query import SearchQuery
from search.readers import Reader
from search.results import Hit, SearchResults
from tests import factories
from tests.experience.editor import signed_in
from tests.library import office
from tests.rich_text import link_to

pytestmark = pytest.mark.django_db


def document(content: bytes, name: str = "cards.docx", **fields: Any) -> PortalDocument:
    values = {"title": "Карточки", "file": ContentFile(content, name=name)}
    return PortalDocument.objects.create(**values | fields)


def attach(page: KnowledgePage, attached: PortalDocument, title: str = "") -> None:
    page.files.add(MaterialFile(document=attached, title=title))
    page.save_revision().publish()


def found(text: str, language: str = "ru", *tokens: str) -> SearchResults:
    """What is found once the index has seen the state of this test's transaction."""
    engine().catch_up()
    reader = Reader(language)
    if tokens:
        reader = Reader(language, reader.visibility | set(tokens))
    return engine().search(SearchQuery(text=text), reader)


def only_hit(text: str, language: str = "ru") -> Hit:
    (hit,) = found(text, language).hits
    return hit


def marked(hit: Hit) -> list[str]:
    assert hit.snippet
    return [piece.text for piece in hit.snippet.pieces if piece.marked]


@pytest.fixture
def material() -> KnowledgePage:
    """A live material with a Word file in which alone the word «стог» stands."""
    page = factories.experience(live=True)
    attach(page, document(office.docx("В первом стоге восемнадцать тюков")))
    return page


class TestAWordInAFile:
    def test_17_the_page_is_found_by_any_form_with_the_file_named_and_linked(self, material):
        hit = only_hit("стога")
        attached = PortalDocument.objects.get()
        assert hit.key == f"page:{material.pk}"
        assert hit.strong
        assert marked(hit) == ["стоге"]
        assert hit.snippet.label == "в файле «Карточки»"
        assert hit.display["files"][hit.snippet.section] == attached.url
        assert signed_in(factories.user()).get(attached.url).status_code == 200

    def test_17_the_page_of_hits_leads_to_the_file(self, material, reader):
        engine().catch_up()
        html = reader.get("/ru/search/", {"q": "стога"}).content.decode()
        address = PortalDocument.objects.get().url
        assert f'<a href="{address}">в\u00a0файле «Карточки»</a>' in html.replace(
            "&nbsp;", "\u00a0"
        )

    def test_17_in_kazakh_the_label_is_kazakh_and_the_words_stay_what_they_are(self, material):
        snippet = only_hit("стога", "kk").snippet
        assert snippet.label == "«Карточки» файлында"
        assert snippet.language == "ru"

    def test_17_of_a_pdf_the_page_is_named(self):
        page = factories.experience(live=True)
        attach(page, document(office.pdf("First", "A haystack", "Third"), "hay.pdf"), "Сено")
        hit = only_hit("haystack")
        assert hit.snippet.label == "в файле «Сено», с. 2"
        assert only_hit("haystack", "kk").snippet.label == "«Сено» файлында, б. 2"

    def test_17_a_file_that_is_the_guide_is_read_too(self):
        guide = factories.guide(guide_file=document(office.docx("Стог сена")), live=True)
        hit = only_hit("стог")
        assert hit.key == f"page:{guide.pk}"
        assert hit.display["files"][hit.snippet.section]

    def test_17_a_file_in_the_other_language_is_analysed_by_its_own(self):
        page = factories.experience(live=True)
        attach(page, document(office.docx("Ауылдағы мектептерде оқушылар өздерін тексереді")))
        hit = only_hit("мектебі")
        assert marked(hit) == ["мектептерде"]
        assert hit.snippet.language == "kk"

    def test_control_a_word_that_stands_nowhere_is_not_found(self, material):
        assert found("паровоз").total == 0


class TestAWordInALinkedFile:
    def test_17_a_file_linked_in_a_section_is_found_with_the_material(self):
        attached = document(office.docx("В первом стоге восемнадцать тюков"))
        page = factories.experience(live=True, relevance=link_to(attached))
        hit = only_hit("стога")
        assert hit.key == f"page:{page.pk}"
        assert hit.snippet.label == "в файле «Карточки»"
        assert hit.display["files"][hit.snippet.section] == attached.url

    def test_17_a_file_linked_in_a_stream_is_found_too(self):
        attached = document(office.docx("В первом стоге восемнадцать тюков"))
        task = {"title": "Задание", "text": link_to(attached)}
        guide = factories.guide(main_part=[("task", task)], live=True)
        assert only_hit("стога").key == f"page:{guide.pk}"

    def test_17_a_file_both_attached_and_linked_is_one_by_the_name_it_was_given(self, material):
        attached = PortalDocument.objects.get()
        material.files.first().title = "Стога"
        material.relevance = link_to(attached)
        material.save_revision().publish()
        hit = only_hit("тюк")
        assert list(hit.display["files"].values()) == [attached.url]
        assert len([text for text in marked(hit) if text == "тюков"]) == 1

    def test_20_what_happens_to_a_linked_file_is_seen(self):
        attached = document(office.docx("В первом стоге восемнадцать тюков"))
        page = factories.experience(live=True, relevance=link_to(attached))
        other = factories.experience(live=True)
        assert found("стога").total == 1
        attached.title = "Сено"
        attached.save()
        keys = set(Change.objects.order_by("-pk")[:1].values_list("subject", flat=True))
        assert keys == {f"page:{page.pk}"} != {f"page:{other.pk}"}
        assert only_hit("стога").snippet.label == "в файле «Сено»"
        CollectionViewRestriction.objects.create(
            collection=attached.collection, restriction_type=CollectionViewRestriction.LOGIN
        )
        assert found("стога").total == 0

    def test_20_a_link_taken_out_takes_the_file_along(self):
        attached = document(office.docx("В первом стоге восемнадцать тюков"))
        page = factories.experience(live=True, relevance=link_to(attached))
        assert found("стога").total == 1
        page.relevance = "<p>Без образца.</p>"
        page.save_revision()
        assert found("стога").total == 1
        page.get_latest_revision().publish()
        assert found("стога").total == 0


class TestTheNextQuerySees:
    def test_20_a_text_that_was_read_later(self, settings):
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        page = factories.experience(live=True)
        attach(page, document(office.docx("Стог сена")))
        assert found("стог").total == 0
        read_text.call(FileText.objects.get().pk)
        assert found("стог").total == 1

    def test_20_a_replaced_file(self, material):
        attached = PortalDocument.objects.get()
        attached.file = ContentFile(office.docx("Копна соломы"), name="cards.docx")
        attached.save()
        assert found("стог").total == 0
        assert found("солома").total == 1

    def test_20_a_file_replaced_by_a_content_that_another_has_already(self, material):
        content = office.docx("Копна соломы")
        document(content)
        attached = PortalDocument.objects.earliest("pk")
        attached.file = ContentFile(content, name="cards.docx")
        attached.save()
        assert found("солома").total == 1

    def test_20_a_renamed_document(self, material):
        attached = PortalDocument.objects.get()
        attached.title = "Полоски"
        attached.save()
        assert only_hit("стог").snippet.label == "в файле «Полоски»"

    def test_20_a_file_taken_from_the_material(self, material):
        assert found("стог").total == 1
        page = KnowledgePage.objects.get(pk=material.pk).specific
        page.files.all().delete()
        page.files.clear()
        page.save_revision().publish()
        assert found("стог").total == 0


class TestAPrivateCollection:
    """Its files are found by nobody: the index knows readers of pages, not of collections."""

    @pytest.fixture
    def closed(self) -> Collection:
        made = Collection.get_first_root_node().add_child(name="Закрытая")
        CollectionViewRestriction.objects.create(
            collection=made, restriction_type=CollectionViewRestriction.LOGIN
        )
        return made

    def test_18_its_words_are_in_no_hit_and_no_count(self, closed):
        page = factories.experience(live=True)
        attach(page, document(office.docx("Стог сена"), collection=closed))
        assert found("стог").total == 0
        assert found("стог", "ru", SIGNED_IN).total == 0

    def test_18_making_it_private_hides_them_and_lifting_it_shows_them(self, material):
        collection = Collection.get_first_root_node().add_child(name="Файлы")
        attached = PortalDocument.objects.get()
        attached.collection = collection
        attached.save()
        assert found("стог").total == 1
        restriction = CollectionViewRestriction.objects.create(
            collection=collection, restriction_type=CollectionViewRestriction.LOGIN
        )
        assert found("стог").total == 0
        restriction.delete()
        assert found("стог").total == 1

    def test_18_putting_a_document_into_it_hides_its_words(self, material, closed):
        assert found("стог").total == 1
        attached = PortalDocument.objects.get()
        attached.collection = closed
        attached.save()
        assert found("стог").total == 0

    def test_18_putting_documents_into_it_in_bulk_hides_their_words(self, material, closed):
        assert found("стог").total == 1
        attached = PortalDocument.objects.get()
        address = reverse(
            "wagtail_bulk_action", args=["library", "portaldocument", "add_to_collection"]
        )
        client = signed_in(factories.user(superuser=True))
        client.post(f"{address}?id={attached.pk}", {"collection": closed.pk})
        assert PortalDocument.objects.get().collection == closed
        assert found("стог").total == 0

    def test_18_moving_a_collection_below_it_hides_the_words_of_its_documents(
        self, material, closed
    ):
        moved = Collection.get_first_root_node().add_child(name="Файлы")
        PortalDocument.objects.update(collection=moved)
        assert found("стог").total == 1
        client = signed_in(factories.user(superuser=True))
        client.post(
            reverse("wagtailadmin_collections:edit", args=[moved.pk]),
            {"name": "Файлы", "parent": closed.pk},
        )
        assert Collection.objects.get(pk=moved.pk).get_parent() == closed
        assert found("стог").total == 0


class TestAPrivatePage:
    def test_18_an_open_file_of_it_is_found_only_by_its_readers(self, material):
        PageViewRestriction.objects.create(
            page=Page.objects.get(pk=material.pk), restriction_type=PageViewRestriction.LOGIN
        )
        assert found("стог").total == 0
        assert found("стог", "ru", SIGNED_IN).total == 1

    def test_18_files_of_a_draft_are_not_found(self):
        attach_to = factories.experience()
        attach_to.files.add(MaterialFile(document=document(office.docx("Стог сена"))))
        attach_to.save_revision()
        assert found("стог").total == 0
