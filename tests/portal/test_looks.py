"""The low-vision version and the lite one: chosen without a script, remembered, on every page."""

from collections.abc import Callable
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.models import PageViewRestriction

from library.models import PortalImage
from tests import factories
from tests.portal.test_bad_input import public_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LOW_VISION = "v1.32.white.wide.on"
WITHOUT_PICTURES = "v1.24.black.usual.off"
LOOKS = (LOW_VISION, WITHOUT_PICTURES, "lite")


@pytest.fixture
def looking(reader: Client) -> Callable[[str], Client]:
    """A reader who has made a choice."""

    def choose(value: str) -> Client:
        reader.cookies["view"] = value
        return reader

    return choose


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def choose(reader: Client, value: str, **fields: str):
    return reader.post("/ru/_view/", {"view": value, "next": "/ru/", **fields})


# The choice


def test_only_a_choice_sets_the_cookie(reader):
    factories.home()
    assert not reader.get("/ru/").cookies
    cookie = choose(reader, LOW_VISION).cookies["view"]
    assert cookie.value == LOW_VISION
    assert (cookie["samesite"], cookie["path"], cookie["httponly"]) == ("Lax", "/", True)
    assert cookie["max-age"] == 365 * 24 * 60 * 60
    assert not cookie["secure"]
    assert not reader.get("/ru/").cookies


def test_the_cookie_of_a_site_under_https_is_secure(reader):
    answer = reader.post("/ru/_view/", {"view": "lite"}, secure=True)
    assert answer.cookies["view"]["secure"]


@pytest.mark.parametrize("value", ["", "v1.99.black.usual.on", "<script>", "x" * 5000])
def test_the_ordinary_version_and_whatever_is_unknown_delete_the_cookie(looking, value):
    cookie = choose(looking(LOW_VISION), value).cookies["view"]
    assert (cookie.value, cookie["max-age"]) == ("", 0)


def test_a_choice_needs_no_token():
    assert choose(Client(enforce_csrf_checks=True), "lite").status_code == 303


@pytest.mark.parametrize("path", ["/ru/search/?q=%D0%B0&grade=3", "/kk/nowhere/", "/m/9999/"])
def test_a_choice_leads_back_to_the_same_page(reader, indexed, path):
    factories.home()
    indexed()
    form = soup(reader.get(path)).find("form", id="view")
    back = form.find("input", {"name": "next"})["value"]
    assert back == path
    answer = reader.post(form["action"], {"view": LOW_VISION, "next": back})
    assert (answer.status_code, answer.url) == (303, path)


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "///evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "\x00//evil.example",
        "",
    ],
)
def test_no_choice_leads_to_another_site(reader, address):
    assert choose(reader, "lite", next=address).url == "/ru/"
    assert choose(reader, "lite", next="/ru/authors/").url == "/ru/authors/"


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_an_address_alone_changes_nothing(reader, method):
    answer = getattr(reader, method)("/ru/_view/?view=lite")
    assert answer.status_code == 405
    assert not answer.cookies


def test_a_page_that_was_posted_leads_home_for_it_cannot_be_asked_for_again(reader):
    factories.home()
    answer = reader.post("/ru/search/missed/", {"text": "x", "q": "y"})
    assert answer.status_code == 403
    assert soup(answer).find("input", {"name": "next"})["value"] == "/ru/"


# What stands in the page


def test_every_page_has_the_panel_in_the_low_vision_version_alone(reader, looking, indexed):
    addresses = public_addresses()
    indexed()
    pages = [path for path in addresses if "html" in reader.get(path)["Content-Type"]]
    pages = [path for path in pages if reader.get(path).status_code in (200, 404)]
    assert len(pages) > 15
    for path in pages:
        assert "panel__button" not in reader.get(path).content.decode(), path
    for path in pages:
        answer = soup(looking(LOW_VISION).get(path))
        pressed = answer.select('.panel [aria-pressed="true"]')
        assert [button["value"] for button in pressed] == [LOW_VISION] * 4, path
        assert answer.select_one('link[href*="low-vision"][media="screen"]'), path
        assert answer.html["data-colours"] == "white"
        assert {button["form"] for button in answer.select(".panel button")} == {"view"}


def test_each_button_of_the_panel_changes_one_thing_and_the_first_leads_out(looking):
    factories.home()
    page = soup(looking(LOW_VISION).get("/kk/"))
    values = {button["value"] for button in page.select('.panel [aria-pressed="false"]')}
    for value in values:
        changed = [
            a for a, b in zip(value.split("."), LOW_VISION.split("."), strict=True) if a != b
        ]
        assert len(changed) == 1
    assert len(values) == 2 + 2 + 1 + 1
    assert page.select_one(".view-switch")["value"] == ""
    assert (
        soup(Client().get("/kk/")).select_one(".view-switch")["value"]
        == WITHOUT_PICTURES[:-3] + "on"
    )


def test_a_hostile_cookie_shows_the_ordinary_page(reader, looking):
    factories.home()
    ordinary = reader.get("/ru/").content
    assert looking("v1.24.black.usual.<b>").get("/ru/").content == ordinary
    assert looking(LOW_VISION).get("/ru/").content != ordinary


@pytest.mark.parametrize("headers", [{}, {"save-data": "on"}])
def test_the_lite_version_loads_no_font_script_or_picture(reader, looking, indexed, headers):
    addresses = public_addresses()
    indexed()
    ordinary = reader.get("/ru/").content.decode()
    assert "golos-text" in ordinary
    assert "<script" in ordinary
    lite = reader if headers else looking("lite")
    for path in addresses:
        answer = lite.get(path, headers=headers)
        if "html" in answer["Content-Type"]:
            page = soup(answer)
            # What is for paper alone is not loaded for the screen.
            assert page.select("script:not([type]), picture, img:not(.print-only)") == [], path
            assert "font" not in {link.get("as") for link in page.find_all("link")}, path
            assert answer.status_code != 200 or page.html.has_attr("data-lite"), path


def test_the_lite_version_is_left_where_it_was_chosen_and_explained_where_the_browser_wants_it(
    reader, looking
):
    factories.home()
    switch = soup(reader.get("/ru/")).select_one(".footer__switch")
    assert (switch["value"], switch["form"]) == ("lite", "view")
    saving = soup(reader.get("/ru/", headers={"save-data": "on"}))
    assert saving.select_one(".footer__switch") is None
    assert "браузер просит экономить" in saving.footer.get_text().replace("\xa0", " ")
    assert soup(looking("lite").get("/ru/")).select_one(".footer__switch")["value"] == ""


def picture(**fields) -> PortalImage:
    content = BytesIO()
    Image.new("RGB", (900, 600), "#1e5a4c").save(content, format="PNG")
    file = ContentFile(content.getvalue(), name="plan.png")
    return PortalImage.objects.create(title="План", file=file, **fields)


@pytest.mark.parametrize("value", [WITHOUT_PICTURES, "lite"])
def test_a_picture_is_replaced_by_a_link_with_its_description_and_weight(reader, looking, value):
    image = picture(alt_ru="схема рассадки", alt_kk="отырғызу сызбасы")
    page = factories.experience()
    page.pictures.create(image=image, caption="Как сидят ученики")
    page.save_revision().publish()
    path = f"/ru/experience/{page.slug}/"
    assert soup(reader.get(path)).select_one(".picture img")["alt"] == "схема рассадки"
    figure = soup(looking(value).get(path)).select_one(".picture")
    assert figure.find("img") is None
    assert figure.a.get_text().startswith("Рисунок: схема рассадки, ")
    assert figure.a.get_text().endswith("КБ")
    assert figure.a["href"] == image.renditions.get(filter_spec="width-1200|format-webp").url
    assert figure.figcaption.get_text().replace("\xa0", " ") == "Как сидят ученики"


# Caches and closed pages


def test_caches_are_told_that_pages_differ_by_the_choice(reader):
    factories.home()
    for path in ("/ru/", "/kk/nowhere/"):
        assert {"Cookie", "Save-Data"} <= set(reader.get(path)["Vary"].split(", "))
    assert "Save-Data" not in reader.get("/healthz").get("Vary", "")


@pytest.mark.parametrize("value", LOOKS)
@pytest.mark.parametrize("kind", ["login", "password"])
def test_a_closed_page_stays_closed(looking, value, kind):
    page = factories.experience(live=True)
    path = f"/ru/experience/{page.slug}/"
    assert page.summary in looking(value).get(path).content.decode().replace("\xa0", " ")
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="сабақ")
    answer = looking(value).get(path)
    assert page.summary not in answer.content.decode().replace("\xa0", " ")
    assert answer.status_code == (302 if kind == "login" else 200)
