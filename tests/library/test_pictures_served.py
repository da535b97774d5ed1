"""Pictures have addresses of their own, which end where a consent does."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from library.models import Consent, PortalImage
from library.renditions import existing_renditions, make_renditions
from library.views import KEPT
from tests import factories

pytestmark = pytest.mark.django_db


def sized(**fields: object) -> PortalImage:
    """A picture of the library in every size of the portal."""
    image = factories.picture(**fields)
    make_renditions(image)
    return image


def urls(image: PortalImage) -> list[str]:
    return [size.url for size in existing_renditions(image).values()]


def consent(**fields: object) -> Consent:
    return Consent.objects.create(
        title="3 класс", given_on=timezone.localdate(), given_by="родители 3 класса", **fields
    )


def test_every_size_is_served_and_kept_by_the_browser_alone(client):
    image = sized()
    assert urls(image)
    for url in urls(image):
        response = client.get(url)
        assert response.status_code == 200
        assert response.headers["Content-Type"] in {"image/avif", "image/webp", "image/jpeg"}
        assert b"".join(response)
        assert response.headers["Cache-Control"] == f"private, max-age={KEPT}"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        seen = client.get(url, headers={"if-modified-since": response.headers["Last-Modified"]})
        assert seen.status_code == 304


@pytest.mark.parametrize("why", ["none", "withdrawn", "over"])
def test_without_a_consent_that_holds_only_editors_see_a_picture(client, why):
    yesterday = timezone.localdate() - timedelta(days=1)
    image = sized(shows_pupils=True, consent=consent())
    url = urls(image)[0]
    assert client.get(url).status_code == 200
    if why == "none":
        PortalImage.objects.update(consent=None)
    else:
        field = {"withdrawn": "withdrawn_on", "over": "valid_until"}[why]
        Consent.objects.update(given_on=yesterday, **{field: yesterday})
    assert client.get(url).status_code == 404
    client.force_login(factories.user("methodist"))
    response = client.get(url)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, max-age=0"


def test_an_original_is_for_editors(client):
    image = sized()
    assert client.get(image.file.url).status_code == 404
    client.force_login(factories.user("methodist"))
    assert client.get(image.file.url).status_code == 200


def test_what_lies_outside_the_folder_is_not_served():
    editor = Client()
    editor.force_login(factories.user("methodist"))
    for path in ("/media/../database.sqlite3", "/media/%2e%2e/database.sqlite3", "/media/"):
        assert editor.get(path).status_code in {400, 404}
