"""The code of a permanent address: what a phone reads is the address."""

import re

import pytest
import segno

from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_the_code_is_that_of_the_permanent_address(reader, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://bank.example"
    answer = reader.get("/m/0214/qr.svg")
    code = segno.make_qr("https://bank.example/m/0214/", error="m")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert code.svg_inline(border=4, light="#fff").split("<path")[2] in answer.content.decode()
    other = segno.make_qr("https://bank.example/m/0215/", error="m")
    assert other.svg_inline(border=4, light="#fff").split("<path")[2] not in answer.content.decode()


def test_a_code_tells_nothing_of_what_there_is(reader):
    draft = factories.experience()
    for number in (draft.number, "999999"):
        answer = reader.get(f"/m/{number}/qr.svg")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (
            200,
            "public, max-age=86400",
        )
    assert reader.get("/m/12345678901/qr.svg").status_code == 404


def test_a_material_shows_its_code_on_paper_and_links_to_it(reader):
    page = factories.experience(live=True)
    html = reader.get(page.url).content.decode()
    address = f"/m/{page.number}/qr.svg"
    assert re.search(rf'<img class="qr print-only" src="{address}"', html)
    assert f'<a href="{address}">' in html
