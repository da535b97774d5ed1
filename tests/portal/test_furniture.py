"""What stands on every page."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from library.models import PortalImage
from pages.models import DistrictSettings
from tests import factories

pytestmark = pytest.mark.django_db


def picture(**fields) -> PortalImage:
    content = BytesIO()
    Image.new("RGB", (900, 600), "#1e5a4c").save(content, format="PNG")
    file = ContentFile(content.getvalue(), name="logo.png")
    return PortalImage.objects.create(title="Логотип", file=file, **fields)


def head(reader) -> str:
    return reader.get("/ru/").content.decode().partition("<main")[0]


def test_the_portals_own_sign_stands_in_the_head(reader):
    factories.home()
    assert 'class="brand__mark i-mark"' in head(reader)
    assert "brand__logo" not in head(reader)


def test_the_logo_of_the_district_stands_in_its_place(reader):
    factories.home()
    assert "brand__logo" not in head(reader)
    logo = picture()
    DistrictSettings.objects.create(logo=logo)
    smallest = logo.renditions.get(filter_spec="width-400|format-webp")
    assert f'<img class="brand__logo" src="{smallest.url}" width="400"' in head(reader)
    assert 'class="brand__mark i-mark"' not in head(reader)


def test_a_logo_that_shows_pupils_without_a_consent_is_not_shown(reader):
    factories.home()
    DistrictSettings.objects.create(logo=picture(shows_pupils=True))
    assert "brand__logo" not in head(reader)
