"""Chrome 80, the oldest WebView that is met: no style or script of the portal builds on what it does not know.

What an old browser may drop without loss (a finer focus ring, balanced headings) is no fault.
"""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings

STATIC = settings.ROOT / "static"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")

# Selectors for which Chrome 80 drops the whole rule.
UNKNOWN_SELECTORS = re.compile(r":(is|where|has)\(|::marker|:user-(in)?valid")
# `:focus-visible` may only take away: where it is unknown the ring stays.
FOCUS_VISIBLE = re.compile(r":focus-visible")
UNKNOWN_AT_RULES = re.compile(r"@(layer|container|property|scope|starting-style)\b")
UNKNOWN_MEDIA = re.compile(r"@media[^{]*[<>]")
UNKNOWN_PROPERTIES = re.compile(
    r"(?:^|[;{\s])(inset(?:-block|-inline)?|aspect-ratio|accent-color|translate|rotate|scale|content-visibility)\s*:"
)
UNKNOWN_VALUES = re.compile(
    r"\b(color-mix|oklch|oklab|lch|lab|hwb)\(|\d(?:dvh|svh|lvh|dvw|cqw|cqi)\b|overflow(?:-[xy])?\s*:\s*clip"
)
GAP = re.compile(r"(?:^|[;\s])(?:row-|column-)?gap\s*:")
FLEX = re.compile(r"display\s*:\s*(?:inline-)?flex")
GRID_OR_COLUMNS = re.compile(r"display\s*:\s*(?:inline-)?grid|columns?(?:-count)?\s*:")
UNKNOWN_SCRIPT = re.compile(
    r"\?\?=|\|\|=|&&=|\?\.[\w(\[]|\?\?|#\w+\s*[=;(]|\.(?:at|replaceAll|matchAll|toSorted|hasOwn)\(|\bstatic\s*\{"
    r"|^\s*(?:import|export)\b|Promise\.any|structuredClone|\d_\d",
    re.MULTILINE,
)
MODULE = re.compile(r"<script[^>]*type=[\"']?module")


def style_faults(css: str) -> Iterator[str]:
    """What of a stylesheet Chrome 80 would drop."""
    text = COMMENT.sub("", css)
    for pattern in (UNKNOWN_AT_RULES, UNKNOWN_MEDIA, UNKNOWN_VALUES):
        yield from (found[0].strip() for found in pattern.finditer(text))
    if nested(text):
        yield "nesting"
    for selector, body in RULE.findall(text):
        name = " ".join(selector.split())
        if UNKNOWN_SELECTORS.search(name):
            yield name
        if FOCUS_VISIBLE.search(name) and not takes_away(name, body):
            yield name
        yield from (f"{name}: {found[1]}" for found in UNKNOWN_PROPERTIES.finditer(body))
        if GAP.search(body) and (FLEX.search(body) or not GRID_OR_COLUMNS.search(body)):
            yield f"{name}: gap"


def takes_away(selector: str, body: str) -> bool:
    return all(":not(:focus-visible)" in part for part in selector.split(",")) and "outline" in body


def nested(css: str) -> bool:
    """Whether a rule stands inside another that is no at-rule."""
    depth: list[bool] = []
    for head in re.findall(r"[^{}]*[{}]", css):
        if head.endswith("}"):
            depth.pop()
        else:
            if depth and not depth[-1]:
                return True
            depth.append(head.strip().startswith("@") and "@font-face" not in head)
    return False


def script_faults(code: str) -> list[str]:
    """What of a script Chrome 80 would not run; comments and strings count as code."""
    without = re.sub(r"//[^\n]*", "", COMMENT.sub("", code))
    return [found[0].strip() for found in UNKNOWN_SCRIPT.finditer(without)]


def test_the_styles_of_readers_hold_in_chrome_80():
    found = {
        str(path.relative_to(STATIC)): faults
        for path in sorted((STATIC / "css").rglob("*.css"))
        if (faults := list(style_faults(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_the_scripts_of_readers_hold_in_chrome_80():
    found = {
        path.name: faults
        for path in sorted((STATIC / "js").rglob("*.js"))
        if (faults := script_faults(path.read_text(encoding="utf-8")))
    }
    assert found == {}
    templates = (settings.ROOT / "templates").rglob("*.html")
    assert [path.name for path in templates if MODULE.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "css",
    [
        ".a { display: flex; gap: 8px; }",
        ".a { gap: 8px; }",
        ".a { display: flex; column-gap: 8px; }",
        ".a { inset: 0; }",
        ".a { aspect-ratio: 1; }",
        ":is(.a, .b) { color: red; }",
        ".a:where(.b) { color: red; }",
        ".a:has(.b) { color: red; }",
        "a:focus-visible { outline: 1px; }",
        "@layer base { a { color: red; } }",
        ".a { color: red; .b { color: blue; } }",
        "@media (width > 600px) { a { color: red; } }",
        ".a { height: 100dvh; }",
        ".a { color: color-mix(in srgb, red, blue); }",
        ".a { overflow: clip; }",
    ],
)
def test_a_style_that_chrome_80_does_not_know_would_be_seen(css):
    assert list(style_faults(css))


@pytest.mark.parametrize(
    "css",
    [
        ".a { display: grid; gap: 8px; }",
        ".a { columns: 2; column-gap: 8px; }",
        "a:focus:not(:focus-visible) { outline: 0; }",
        "@media (min-width: 600px) { .a { display: flex; } }",
        "@supports (inset: 0) { .a { top: 0; } }",
        ".a { scroll-margin-inset: 0; transform: rotate(1deg) scale(2); }",
    ],
)
def test_a_style_that_chrome_80_knows_is_no_fault(css):
    assert list(style_faults(css)) == []


@pytest.mark.parametrize(
    "code",
    ["a?.b", "a ?? b", "a ||= b", "import a from 'b'", "a.at(1)", "x.replaceAll('a', 'b')"],
)
def test_a_script_that_chrome_80_does_not_run_would_be_seen(code):
    assert script_faults(code)


def test_a_script_that_chrome_80_runs_is_no_fault():
    assert script_faults("const a = b ? .5 : c.d(e); // a?.b\nfor (const x of [...a]) x();") == []
