"""What the cookie and the browser say of the looks of a page."""

from itertools import product

import pytest
from django.test import RequestFactory

from pages.preferences import COLOURS, ORDINARY, PICTURES, SIZES, SPACINGS, parse, preferences_of

CHOICES = [".".join(("v1", *choice)) for choice in product(SIZES, COLOURS, SPACINGS, PICTURES)] + [
    "lite",
    "",
]

HOSTILE = [
    "v1",
    "v1.24.black.usual",
    "v1.24.black.usual.on.on",
    "v2.24.black.usual.on",
    "v1.25.black.usual.on",
    "v1.24.red.usual.on",
    "v1.24.black.usual.on\n",
    " lite",
    "LITE",
    "lite+",
    "....",
    "." * 4000,
    "<script>alert(1)</script>",
    "v1.24.black.usual.\x00",
    "٢٤",
]


@pytest.mark.parametrize("value", CHOICES)
def test_a_choice_comes_back_from_its_cookie_as_it_was(value):
    assert parse(value).cookie_value == value


@pytest.mark.parametrize("value", HOSTILE)
def test_whatever_is_unknown_means_the_ordinary_version(value):
    assert parse(value) == ORDINARY


def test_every_look_has_a_short_key_of_its_own():
    keys = {parse(value, saves_data=saves).key for value in CHOICES for saves in (False, True)}
    assert len(keys) == 2 * len(CHOICES) == 76
    assert max(map(len, keys)) < 30
    assert ORDINARY.key == ""


@pytest.mark.parametrize(
    ("said", "saves"), [("on", True), ("On", True), ("off", False), ("", False)]
)
def test_a_browser_that_saves_data_gets_the_lite_version_without_a_choice(said, saves):
    request = RequestFactory().get("/ru/", headers={"save-data": said})
    assert preferences_of(request).is_lite is saves
    request.COOKIES["view"] = "v1.32.white.wide.on"
    assert preferences_of(request).is_lite is saves
    assert preferences_of(request).size == "32"
