"""PDF through Chromium: tagged, with outline, the portal's own font embedded."""

import base64
import html
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from django.conf import settings
from playwright.sync_api import Browser, sync_playwright

from demo.chromium import CHROMIUM
from demo.filemaking.sources import MARKDOWN, Source

FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
STYLE = """
@page { size: A4; margin: 18mm 18mm 20mm; }
body { font: 10.5pt/1.45 %(family)s; color: #182327; margin: 0; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 10pt; color: #0A4A57; }
h2 { font-size: 12.5pt; margin: 16pt 0 5pt; color: #0A4A57; break-after: avoid; }
h3 { font-size: 11pt; margin: 12pt 0 4pt; break-after: avoid; }
h1, h2, h3, b, strong, th { font-weight: 600; }
p, ul, ol, table { margin: 0 0 7pt; }
ul, ol { padding-left: 16pt; }
li { margin-bottom: 2pt; }
table { border-collapse: collapse; width: 100%%; }
th, td { border: 0.6pt solid #9AA5A5; padding: 4pt 5pt; text-align: left; vertical-align: top; height: 14pt; }
th { background: #F1EBDD; }
tr { break-inside: avoid; }
hr { border: 0; border-bottom: 0.6pt solid #9AA5A5; margin: 16pt 0; }
article + article { break-before: page; }
"""
# Arial's metrics: pages of a Word file are counted on what Word would print.
WORD_FAMILY = '"Liberation Sans", Arial, sans-serif'
FOOTER = (
    '<div style="width:100%;text-align:center;font:8pt sans-serif;color:#5B6669">'
    '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium of the system."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=[*FLAGS, "--no-sandbox"]
        )
        try:
            yield browser
        finally:
            browser.close()


def make_pdf(browser: Browser, source: Source) -> bytes:
    """Return the source as a PDF in the portal's font."""
    return _print(browser, source, _own_font() + STYLE % {"family": '"Golos Text", "DejaVu Sans"'})


def count_word_pages(browser: Browser, source: Source) -> int:
    """Return how many A4 pages the source takes in the font of a Word file."""
    printed = _print(browser, source, STYLE % {"family": WORD_FAMILY})
    document = pypdfium2.PdfDocument(printed)
    try:
        return len(document)
    finally:
        document.close()


def _print(browser: Browser, source: Source, style: str) -> bytes:
    articles = "".join(
        f'<article lang="{language}">{MARKDOWN.render(text)}</article>'
        for language, text in source.parts
    )
    page = browser.new_page()
    try:
        page.set_content(
            f'<!doctype html><html lang="{source.parts[0][0]}"><head><meta charset="utf-8">'
            f"<title>{html.escape(source.title)}</title><style>{style}</style></head>"
            f"<body>{articles}</body></html>"
        )
        page.evaluate("document.fonts.ready")
        return page.pdf(
            prefer_css_page_size=True,
            print_background=True,
            tagged=True,
            outline=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=FOOTER,
        )
    finally:
        page.close()


def _own_font() -> str:
    """The portal's font inside the page: a page without an address may load no file."""
    folder = Path(settings.ROOT) / "static" / "fonts"
    faces = []
    for weight in (400, 600):
        content = base64.b64encode((folder / f"golos-text-{weight}.woff2").read_bytes()).decode()
        faces.append(
            f"@font-face {{ font-family: 'Golos Text'; font-weight: {weight}; "
            f"src: url(data:font/woff2;base64,{content}); }}"
        )
    return "".join(faces)
