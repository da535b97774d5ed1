"""Uploads through the CMS: what is refused with a clear message, what is kept, how it is served."""

import json
import zipfile
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document as WordDocument
from PIL import Image

from accounts.roles import METHODIST, PUBLISHER
from library.models import Consent, PortalDocument, PortalImage
from library.renditions import SPECIFICATIONS
from tests import factories
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Any:
    return signed_in(factories.user(PUBLISHER))


def pdf(pages: int = 2) -> bytes:
    output = BytesIO()
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(output)
    return output.getvalue()


def docx() -> bytes:
    output = BytesIO()
    document = WordDocument()
    document.add_paragraph("Карточки самопроверки")
    document.save(output)
    return output.getvalue()


def archive(**files: bytes) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return output.getvalue()


def picture(width: int = 60, height: int = 40, kind: str = "JPEG", **options: Any) -> bytes:
    output = BytesIO()
    Image.new("RGB", (width, height), "#1e5a4c").save(output, format=kind, **options)
    return output.getvalue()


def upload_document(client: Any, name: str, content: bytes) -> dict[str, Any]:
    """Upload as the window of several files does; returns its answer."""
    response = client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": name, "files[]": SimpleUploadedFile(name, content)},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert response.status_code == 200
    return json.loads(response.content)


def upload_picture(client: Any, name: str, content: bytes) -> dict[str, Any]:
    response = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": name, "files[]": SimpleUploadedFile(name, content)},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert response.status_code == 200
    return json.loads(response.content)


class TestDocuments:
    @pytest.mark.parametrize(
        ("name", "content", "pages"),
        [
            ("Карточки.pdf", pdf(3), 3),
            ("Карточки.docx", docx(), None),
            ("заметка.txt", b"text", None),
        ],
    )
    def test_what_is_allowed_is_kept_with_its_size_and_pages(self, client, name, content, pages):
        assert upload_document(client, name, content)["success"] is True
        document = PortalDocument.objects.get()
        assert document.file_size == len(content)
        assert document.page_count == pages or pages is None
        for url in (
            reverse("wagtaildocs:index"),
            reverse("wagtaildocs:edit", args=[document.pk]),
            reverse("wagtaildocs_chooser:choose_results"),
        ):
            html = client.get(url).content.decode()
            assert document.type_label in html
            if pages:
                assert " · 3 " in html

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("page.html", b"<script>alert(1)</script>"),
            ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("program.exe", b"MZ"),
            ("no-extension", b"text"),
            ("renamed.pdf", b"<html></html>"),
            ("renamed.docx", archive(**{"readme.txt": b"no document"})),
            ("broken.docx", b"PK\x03\x04 and nothing more"),
            ("bomb.zip", archive(**{"a.txt": b"0" * (201 * 1024 * 1024)})),
            ("binary.txt", b"text\0text"),
            ("empty.pdf", b""),
            ("empty.docx", b""),
            ("empty.txt", b""),
        ],
    )
    def test_what_is_not_is_refused_with_a_message(self, client, name, content):
        answer = upload_document(client, name, content)
        assert answer["success"] is False
        assert answer["error_message"]
        assert not PortalDocument.objects.exists()

    def test_a_file_that_is_too_large_is_refused(self, client, settings):
        settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 100
        assert upload_document(client, "large.pdf", pdf())["success"] is False

    def test_a_damaged_pdf_is_refused(self, client):
        answer = upload_document(client, "damaged.pdf", b"%PDF-1.4 and then nonsense")
        assert answer["success"] is False

    def test_it_is_served_as_an_attachment_with_nosniff_and_never_from_media(self, client):
        upload_document(client, "Карточки.pdf", pdf())
        document = PortalDocument.objects.get()
        response = client.get(document.url)
        assert document.url == f"/documents/{document.pk}/"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert str(settings.MEDIA_ROOT) not in document.file.path

    def test_a_file_replaced_keeps_its_address(self, client):
        upload_document(client, "Карточки.pdf", pdf(2))
        document = PortalDocument.objects.get()
        address, old = document.url, document.file.path
        response = client.post(
            reverse("wagtaildocs:edit", args=[document.pk]),
            {
                "title": "Карточки",
                "file": SimpleUploadedFile("Исправленные.pdf", pdf(5)),
                "tags": "",
                "collection": document.collection_id,
            },
        )
        assert response.status_code == 302
        document = PortalDocument.objects.get()
        assert document.url == address
        assert document.page_count == 5
        assert document.file.path != old
        assert client.get(address).status_code == 200

    def test_replacing_by_a_wrong_file_is_refused_and_keeps_the_old_one(self, client):
        upload_document(client, "Карточки.pdf", pdf(2))
        document = PortalDocument.objects.get()
        response = client.post(
            reverse("wagtaildocs:edit", args=[document.pk]),
            {
                "title": "Карточки",
                "file": SimpleUploadedFile("x.pdf", b"<html>"),
                "tags": "",
                "collection": document.collection_id,
            },
        )
        assert response.context["form"].errors["file"]
        assert PortalDocument.objects.get().file.read() == document.file.read()


@pytest.mark.any_database
class TestPictures:
    def test_a_picture_loses_what_it_says_of_place_and_device(self, client):
        exif = Image.Exif()
        exif[0x010F], exif[0x0112] = "Camera", 6
        exif.get_ifd(0x8825)[1] = "N"
        upload_picture(client, "photo.jpg", picture(exif=exif))
        stored = PortalImage.objects.get()
        with Image.open(stored.file.path) as opened:
            assert not opened.getexif()
            assert opened.size == (40, 60)
        assert (stored.width, stored.height) == (40, 60)

    def test_more_than_25_megapixels_are_refused_with_a_message(self, client):
        answer = upload_picture(client, "huge.png", picture(5001, 5000, "PNG"))
        assert answer["success"] is False
        assert answer["error_message"]
        assert upload_picture(client, "fits.png", picture(5000, 5000, "PNG"))["success"] is True

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("animation.gif", picture(kind="GIF")),
            ("renamed.png", picture(kind="JPEG")),
            ("broken.jpg", picture()[:200]),
            ("text.jpg", b"not a picture"),
            ("empty.png", b""),
        ],
    )
    def test_what_is_no_allowed_picture_is_refused(self, client, name, content):
        answer = upload_picture(client, name, content)
        assert answer["success"] is False
        assert answer["error_message"]
        assert not PortalImage.objects.exists()

    def test_the_form_asks_for_descriptions_in_both_languages_and_the_consent(self, client):
        upload_picture(client, "photo.jpg", picture())
        form = client.get(
            reverse("wagtailimages:edit", args=[PortalImage.objects.get().pk])
        ).context
        assert {"alt_kk", "alt_ru", "shows_pupils", "consent"} <= set(form["form"].fields)


class TestConsents:
    def test_a_withdrawn_one_lists_the_pages_with_its_pictures(self, client):
        upload_picture(client, "photo.jpg", picture())
        consent = Consent.objects.create(
            title="Съёмка, 3 класс", given_on="2026-01-10", given_by="родители 3 класса"
        )
        photo = PortalImage.objects.get()
        photo.shows_pupils, photo.consent = True, consent
        photo.alt_kk = photo.alt_ru = "Дети у доски"
        photo.save()
        page = factories.experience()
        page.pictures.create(image=photo)
        page.save()
        page.save_revision().publish()
        guide = factories.guide(main_part=[("picture", {"image": photo, "caption": ""})])
        factories.guide()
        inspect = reverse("wagtailsnippets_library_consent:inspect", args=[consent.pk])
        uses = signed_in(factories.user(METHODIST)).get(inspect).context["uses"]
        assert {use.page.pk for use in uses} == {page.pk, guide.pk}
        response = client.post(
            reverse("wagtailsnippets_library_consent:edit", args=[consent.pk]),
            {
                "title": consent.title,
                "given_on": "2026-01-10",
                "given_by": consent.given_by,
                "withdrawn_on": "2026-11-01",
                "valid_until": "",
                "note": "",
            },
            follow=True,
        )
        text = " ".join(str(message) for message in response.context["messages"])
        assert page.title in text
        assert guide.title in text


def test_a_replaced_picture_has_its_sizes_before_any_reader_comes(client):
    upload_picture(client, "photo.jpg", picture())
    photo = PortalImage.objects.get()
    before = {rendition.file.name for rendition in photo.renditions.all()}
    client.post(
        reverse("wagtailimages:edit", args=[photo.pk]),
        {
            "title": "Доска",
            "file": SimpleUploadedFile("new.jpg", picture(80, 80)),
            "tags": "",
            "collection": photo.collection_id,
        },
    )
    photo = PortalImage.objects.get()
    after = {rendition.file.name for rendition in photo.renditions.all()}
    assert len(after) >= len(SPECIFICATIONS)
    assert (photo.width, photo.height) == (80, 80)
    assert before.isdisjoint(after)
