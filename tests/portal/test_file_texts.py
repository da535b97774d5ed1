"""The text of a file as a page: who may read it, what it shows, and that it is never stale."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from experience.models import MaterialFile
from library.models import FileText, PortalDocument
from tests import factories
from tests.factories import read_document as document

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>"


def used(document: PortalDocument, **fields):
    """A live material with the document."""
    page = factories.experience(**fields)
    page.files.add(MaterialFile(document=document))
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def bank(indexed):
    """A document of a live material, and the material."""
    made = document([[1, "Первый лист."], [2, f"{HOSTILE}\nВторой лист."]])
    page = used(made)
    indexed()
    return made, page


def address(document: PortalDocument, language: str = "ru") -> str:
    return f"/{language}/files/{document.pk}/"


def shown(reader, path: str) -> BeautifulSoup:
    answer = reader.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def links(reader, page) -> list[str]:
    found = shown(reader, f"/ru/experience/{page.slug}/").select(".files__facts a")
    return [link["href"] for link in found]


def test_the_material_leads_to_the_text_and_the_text_to_the_material_and_the_file(reader, bank):
    made, page = bank
    assert links(reader, page) == [address(made)]
    text = shown(reader, address(made))
    assert text.select_one("h1").text == made.title
    assert text.select_one(".breadcrumbs a")["href"] == f"/ru/experience/{page.slug}/"
    assert text.select_one(".files__link")["href"] == made.url
    assert [heading.text for heading in text.select(".prose h2")] == ["Страница 1", "Страница 2"]
    assert text.select_one(".prose p").text == "Первый лист."
    assert reader.get(address(made)).headers["X-Robots-Tag"] == "noindex"


def test_a_hostile_text_is_escaped(reader, bank):
    made, _page = bank
    content = reader.get(address(made)).content.decode()
    assert HOSTILE not in content
    assert "&lt;script&gt;alert(1)" in content


@pytest.mark.parametrize(
    ("kind", "heading"), [("pptx", "Слайд 3"), ("ods", "Лист 3"), ("docx", "Страница 3")]
)
def test_pages_are_called_what_they_are(reader, kind, heading):
    made = document([[3, "Слова"]], kind)
    used(made)
    assert shown(reader, address(made)).select_one(".prose h2").text == heading


def test_a_text_without_pages_has_no_headings_and_carries_its_own_language(reader):
    made = document([[None, "Оқушылар өз қатесін өздері табады, әрі түсіндіреді."]])
    used(made)
    text = shown(reader, address(made))
    assert text.select(".prose h2") == []
    assert text.select_one(".prose")["lang"] == "kk"


@pytest.mark.parametrize("state", sorted(set(FileText.State) - {FileText.State.READ}))
def test_a_text_that_could_not_be_read_has_neither_link_nor_page(reader, state):
    made = document([], state=state)
    page = used(made)
    assert links(reader, page) == []
    assert reader.get(address(made)).status_code == 404


def closed_collection() -> Collection:
    """A collection under one that only the signed-in may open."""
    parent = Collection.get_first_root_node().add_child(name="Закрытая")
    CollectionViewRestriction.objects.create(collection=parent, restriction_type="login")
    return parent.add_child(name="Внутри")


def test_a_file_of_a_private_collection_has_no_link_and_only_who_may_download_it_reads_it(
    reader, client, bank
):
    made, page = bank
    client.force_login(factories.user())
    for one in (reader, client):
        assert one.get(address(made)).status_code == 200
    made.collection = closed_collection()
    made.save()
    assert links(reader, page) == []
    assert reader.get(address(made)).status_code == 404
    assert reader.get(made.url).status_code == 302
    assert client.get(address(made)).status_code == 200
    assert client.get(made.url).status_code == 200


@pytest.mark.parametrize("how", ["draft", "withdrawn", "restricted"])
def test_a_file_of_no_public_material_has_no_page(reader, bank, how):
    made, page = bank
    if how == "draft":
        made = document([[1, "Слова"]])
        draft = factories.experience()
        draft.files.add(MaterialFile(document=made))
        draft.save()
    elif how == "withdrawn":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert reader.get(address(made)).status_code == 404


def test_a_guide_that_is_a_file_leads_to_its_text(reader, indexed):
    made = document([[1, "Пособие"]])
    page = factories.guide(live=True, guide_file=made)
    indexed()
    found = shown(reader, f"/ru/guides/{page.slug}/").select_one(".files__facts a")
    assert found["href"] == address(made)
    assert (
        shown(reader, address(made)).select_one(".breadcrumbs a")["href"].endswith(f"{page.slug}/")
    )


def test_a_long_text_comes_in_parts(reader):
    made = document(
        [[number, f"Лист {number}. " + "слово " * 5000] for number in range(1, 4)], "docx"
    )
    used(made)
    first, last = shown(reader, address(made)), shown(reader, f"{address(made)}?page=3")
    assert "Лист 1." in first.text
    assert "Лист 3." not in first.text
    assert "Лист 3." in last.text
    assert first.select_one(".pages__next")["href"] == "?page=2"
    assert reader.get(f"{address(made)}?page=4").status_code == 404


def test_missing_documents_are_not_found(reader):
    factories.home()
    for number in (0, 99999, 10**30):
        assert reader.get(f"/ru/files/{number}/").status_code == 404


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_kept_page_changes_when_the_text_is_read_anew_or_the_file_replaced(reader, indexed):
    made = document([[1, "Старые слова"]])
    used(made)
    indexed()
    for _ in range(2):
        assert "Старые слова" in reader.get(address(made)).content.decode()
    made.text.pages = [[1, "Новые слова"]]
    made.text.save()
    assert "Новые слова" in reader.get(address(made)).content.decode()
    made.file = ContentFile(b"other", name="other.doc")
    made.save()
    assert reader.get(address(made)).status_code == 404
