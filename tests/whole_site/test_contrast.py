"""The colours of the tokens are told apart, light, dark and low vision, as WCAG 2.2 counts contrast."""

import re
from itertools import product

import pytest
from django.conf import settings

TOKENS = (settings.ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
LOW_VISION_TOKENS = (settings.ROOT / "static/css/low-vision.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([\w-]+):\s*#([0-9a-f]{3}|[0-9a-f]{6});")
DARK_BEGINS = "@media (prefers-color-scheme: dark)"

TEXT = 4.5  # 1.4.3, text of any size
LOW_VISION_TEXT = 7.0  # 1.4.6, the enhanced one
SHAPE = 3.0  # 1.4.11, edges of fields, bars, icons

TEXT_ON_GROUND = [
    *product(
        ("ink", "ink-2", "link", "link-on", "visited", "ochre", "bad", "good"), ("paper", "tint")
    ),
    *product(("ink", "link", "link-on"), ("wash", "sheet", "mark")),
    *product(("experience", "guide", "technology"), ("paper",)),
    *product(("sky-text", "sky-text-2"), ("sky",)),
    ("on-button", "button"),
    ("on-button", "link-on"),
    ("on-gold", "gold"),
    ("on-gold", "gold-2"),
]
SHAPE_ON_GROUND = [
    *product(("edge",), ("paper", "sheet")),
    *product(("before", "experience", "technology"), ("paper",)),
    *product(("before", "experience"), ("track",)),
    ("button", "paper"),
    ("gold", "sky"),
    ("gold-2", "sky"),
]
# A ring of two colours: one of them stands out on every ground, and they stand out from each other.
GROUNDS = ("paper", "tint", "wash", "sheet", "sky", "button", "gold-2")


def colours(css: str) -> dict[str, str]:
    """Names and six-digit values of the colours a part of the file sets."""
    return {
        name: value if len(value) == 6 else "".join(digit * 2 for digit in value)
        for name, value in COLOUR.findall(css)
    }


LIGHT = colours(TOKENS.split(DARK_BEGINS)[0])
BLACK_ON_WHITE = LIGHT | colours(LOW_VISION_TOKENS.partition("}")[0])


def low_vision(scheme: str) -> dict[str, str]:
    """The colours of a scheme of the low-vision version, over those of black on white."""
    return BLACK_ON_WHITE | colours(
        LOW_VISION_TOKENS.partition(f'[data-colours="{scheme}"] {{')[2].partition("}")[0]
    )


LOW_VISION = {
    "black on white": BLACK_ON_WHITE,
    "white on black": low_vision("white"),
    "dark blue on light blue": low_vision("blue"),
}
SCHEMES = {"light": LIGHT, "dark": LIGHT | colours(TOKENS.split(DARK_BEGINS)[1]), **LOW_VISION}


def luminance(colour: str) -> float:
    """The relative luminance of an sRGB colour, 0–1: WCAG 2.2, definition of the term."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1–21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_close(scheme: dict[str, str], pairs: list[tuple[str, str]], least: float) -> list[str]:
    return [
        f"{front} on {ground}: {ratio:.2f}"
        for front, ground in pairs
        if (ratio := contrast(scheme[front], scheme[ground])) < least
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_its_ground(scheme):
    assert too_close(SCHEMES[scheme], TEXT_ON_GROUND, TEXT) == []


@pytest.mark.parametrize("scheme", LOW_VISION)
def test_text_stands_out_still_more_for_low_vision(scheme):
    assert too_close(LOW_VISION[scheme], TEXT_ON_GROUND, LOW_VISION_TEXT) == []


def test_the_schemes_for_low_vision_are_those_of_the_design():
    pairs = {
        name: tuple(scheme[token] for token in ("ink", "paper", "link"))
        for name, scheme in LOW_VISION.items()
    }
    assert pairs == {
        "black on white": ("000000", "ffffff", "00309c"),
        "white on black": ("ffffff", "000000", "ffe14d"),
        "dark blue on light blue": ("06284a", "cfe8ff", "06284a"),
    }


@pytest.mark.parametrize("scheme", LOW_VISION)
def test_a_scheme_for_low_vision_leaves_no_colour_of_another_one(scheme):
    """The device may be dark: what a scheme does not set would come from the dark one."""
    assert LIGHT.keys() <= colours(LOW_VISION_TOKENS.partition("}")[0]).keys()
    few = {"ink", "paper", "link", "focus"}
    tokens = LOW_VISION[scheme]
    assert set(tokens.values()) == {tokens[name] for name in few}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_bars_and_signs_stand_out_from_their_ground(scheme):
    assert too_close(SCHEMES[scheme], SHAPE_ON_GROUND, SHAPE) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_of_the_focus_stands_out_from_every_ground(scheme):
    tokens = SCHEMES[scheme]
    assert contrast(tokens["focus"], tokens["focus-ring"]) >= SHAPE
    for ground in GROUNDS:
        rings = (contrast(tokens[ring], tokens[ground]) for ring in ("focus", "focus-ring"))
        assert max(rings) >= 5, ground


def test_the_dark_scheme_sets_every_colour_but_the_gold():
    same = {name for name in LIGHT if SCHEMES["dark"][name] == LIGHT[name]}
    assert same == {"sky-text", "gold", "gold-2", "on-gold", "focus"}


def test_a_pair_that_is_too_close_is_found():
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.005)
    grey = LIGHT | {"ink-2": "777777"}
    assert too_close(grey, [("ink-2", "sheet")], TEXT) == ["ink-2 on sheet: 4.48"]
    pale = low_vision("blue") | {"link": "00596a"}
    assert too_close(pale, [("link", "paper")], LOW_VISION_TEXT) == ["link on paper: 6.31"]


RAW_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)


def test_colours_are_named_by_tokens_alone():
    """Otherwise a scheme that redefines the tokens leaves a spot of another one."""
    folder = settings.ROOT / "static/css"
    raw = {
        str(path.relative_to(folder))
        for path in folder.rglob("*.css")
        if RAW_COLOUR.search(path.read_text(encoding="utf-8"))
    }
    assert raw == {"tokens.css", "low-vision.css", "print.css"}
