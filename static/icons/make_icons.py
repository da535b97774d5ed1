"""Make the icons of the portal: its own sign, in gold on the sky.

Source: the drawing `i-mark` of static/css/components/icons.css, the large horn of components/art.html and
the tokens of static/css/tokens.css. Chromium draws, Pillow puts the sizes of favicon.ico together.

    python static/icons/make_icons.py

Writes beside this file: icon.svg, icon-192.png, icon-512.png, maskable-512.png, apple-touch-icon.png (180),
favicon.ico (16, 32, 48) and preview.png (1200 × 630), which other sites show beside a link.
"""

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
COMPONENTS = HERE.parents[1] / "templates" / "components"
CHROMIUM = "/usr/bin/chromium"

# Sides in pixels.
FAVICON_SIDES = (16, 32, 48)
PREVIEW = (1200, 630)

# Of 32: the sign itself is 28 wide. A maskable icon is cut to a circle of 80 %, Apple cuts the corners.
SHARES = {"any": 0.84, "small": 1.0, "maskable": 0.62, "apple": 0.74}


def found(pattern: str, source: Path) -> str:
    """Return the first group of a pattern in a file; LookupError where there is none."""
    if match := re.search(pattern, source.read_text()):
        return match[1]
    raise LookupError(pattern, source)


def token(name: str) -> str:
    """Return a colour of the light scheme."""
    return found(rf"--{name}: (#[0-9a-f]+);", HERE.parent / "css" / "tokens.css")


def sign(colour: str) -> str:
    """Return the drawing of the sign in a box of 32 × 32."""
    drawing = found(
        r"\.i-mark .*?<svg [^>]*>(.*?)</svg>", HERE.parent / "css" / "components" / "icons.css"
    )
    return drawing.replace("black", colour)


def icon(share: float, corner: int = 0) -> str:
    """Return an icon whose sign takes `share` of its side; `corner` is the radius, of 32."""
    margin = round(16 * (1 - share), 2)
    radius = f' rx="{corner}"' if corner else ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32"{radius} fill="{token("sky")}"/>'
        f'<g transform="translate({margin} {round(margin - 0.3, 2)}) scale({share})">{sign(token("gold-2"))}</g></svg>\n'
    )


def preview() -> str:
    """Return the picture beside a link: sky over the gold line of the horizon, paper below."""
    horn = found(r'<path id="art" d="([^"]*)"', COMPONENTS / "art.html")
    width, height = PREVIEW
    line = f'fill="none" stroke-linecap="round" stroke="{token("sky-horn")}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="{token("paper")}"/>'
        f'<svg width="{width}" height="540" viewBox="0 0 {width} 540"><rect width="{width}" height="540" fill="{token("sky")}"/>'
        f'<path transform="translate(560 -40) scale(2.1)" {line} stroke-width="9" d="{horn}"/></svg>'
        f'<rect y="540" width="{width}" height="10" fill="{token("gold")}"/>'
        f'<g transform="translate(104 84) scale(11.6)">{sign(token("gold-2"))}</g></svg>'
    )


def draw(page: Page, svg: str, width: int, height: int) -> bytes:
    """Return a drawing as PNG."""
    page.set_viewport_size({"width": width, "height": height})
    style = f"<style>body{{margin:0}}body>svg{{display:block;width:{width}px;height:{height}px}}</style>"
    page.set_content(style + svg)
    return page.screenshot(omit_background=True)


def with_few_colours(png: bytes) -> bytes:
    """Return the PNG with a palette: a third of the size, and no difference to see."""
    stored = io.BytesIO()
    Image.open(io.BytesIO(png)).quantize(64).save(stored, "PNG", optimize=True)
    return stored.getvalue()


def main() -> None:
    any_icon = icon(SHARES["any"], corner=6)
    (HERE / "icon.svg").write_text(any_icon)
    squares = {
        "icon-192.png": (any_icon, 192),
        "icon-512.png": (any_icon, 512),
        "maskable-512.png": (icon(SHARES["maskable"]), 512),
        "apple-touch-icon.png": (icon(SHARES["apple"]), 180),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        for name, (svg, side) in squares.items():
            (HERE / name).write_bytes(with_few_colours(draw(page, svg, side, side)))
        (HERE / "preview.png").write_bytes(with_few_colours(draw(page, preview(), *PREVIEW)))
        small = icon(SHARES["small"], corner=5)
        sizes = [Image.open(io.BytesIO(draw(page, small, side, side))) for side in FAVICON_SIDES]
        browser.close()
    sizes[-1].save(
        HERE / "favicon.ico", sizes=[(side, side) for side in FAVICON_SIDES], append_images=sizes
    )


if __name__ == "__main__":
    main()
