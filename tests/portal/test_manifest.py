"""The portal among the icons of a phone: the manifest, the icons and the colours of the browser's bar."""

import importlib.util
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from pages.models import DistrictSettings
from portal.manifest import BACKGROUND, THEME_COLOUR
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ROOT = Path(__file__).parents[2]
# W3C, Web Application Manifest; the members that browsers and Lighthouse ask for.
REQUIRED = {"name", "short_name", "lang", "start_url", "scope", "display", "icons"}
REQUIRED |= {"theme_color", "background_color"}
DISPLAYS = {"browser", "minimal-ui", "standalone", "fullscreen"}


def stored(address: str) -> Path:
    """The file behind the address of a static file."""
    return Path(finders.find(address.removeprefix("/static/")) or "")


def linked_manifest(reader: Client, language: str) -> dict:
    """The manifest that the home page of a language links to."""
    factories.home()
    html = reader.get(f"/{language}/").content.decode()
    address = re.search(r'<link rel="manifest" href="([^"]+)">', html)[1]
    response = reader.get(address)
    assert response.headers["Content-Type"] == "application/manifest+json"
    return response.json()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_it_describes_the_district_in_the_language_of_the_page(reader, language):
    DistrictSettings.objects.create(
        bank_name_kk="Тәжірибе банкі",
        bank_name_ru="Банк опыта",
        district_kk="Ақжайлау ауданы",
        district_ru="Акжайлауский район",
    )
    names = {
        "kk": "Тәжірибе банкі, Ақжайлау ауданы",
        "ru": "Банк опыта, Акжайлауский район",
    }
    described = linked_manifest(reader, language)
    assert REQUIRED - described.keys() == set()
    assert described["name"] == names[language]
    assert described["lang"] == language
    assert described["display"] in DISPLAYS
    assert described["start_url"].startswith(described["scope"])
    assert reader.get(described["start_url"]).headers["Content-Language"] == language
    assert all(reader.get(one["url"]).status_code == 200 for one in described["shortcuts"])


def test_its_icons_are_as_large_as_it_says_and_one_may_be_cut(reader):
    icons = linked_manifest(reader, "kk")["icons"]
    for icon in icons:
        if icon["type"] == "image/png":
            with Image.open(stored(icon["src"])) as picture:
                assert icon["sizes"] == f"{picture.width}x{picture.height}"
                assert picture.format == "PNG"
    found = {(icon["sizes"], icon["purpose"]) for icon in icons}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= found


def test_every_page_names_its_icon(reader):
    factories.home()
    html = reader.get("/ru/").content.decode()
    address = re.search(r'<link rel="icon"[^>]* href="([^"]+)"', html)[1]
    assert stored(address).is_file(), address


def test_the_addresses_that_browsers_and_phones_guess_lead_to_icons(reader):
    with Image.open(stored(reader.get("/favicon.ico").url)) as picture:
        assert picture.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    with Image.open(stored(reader.get("/apple-touch-icon.png").url)) as picture:
        assert picture.size == (180, 180)


def test_the_colours_are_those_of_the_page(reader):
    factories.home()
    html = reader.get("/ru/").content.decode()
    tokens = (ROOT / "static" / "css" / "tokens.css").read_text().lower()
    light = tokens.split("@media (prefers-color-scheme: dark)")[0]
    assert f"--sky: {THEME_COLOUR};" in light
    assert f'<meta name="theme-color" content="{THEME_COLOUR}">' in html
    assert f"--paper: {BACKGROUND};" in light


def test_the_icon_is_the_sign_of_the_portal_as_it_is_now():
    """Where the sign or its colours changed, make_icons.py is to be run again."""
    source = ROOT / "static" / "icons" / "make_icons.py"
    specification = importlib.util.spec_from_file_location("make_icons", source)
    assert specification is not None
    assert specification.loader is not None
    maker = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(maker)
    drawn = maker.icon(maker.SHARES["any"], corner=6)
    assert (source.parent / "icon.svg").read_text() == drawn
