"""What a page weighs: everything that a browser fetches for it at once, and nothing else."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from threading import Thread

import pytest

from demo.benchmark.weight import Links, Weight, weigh
from demo.management.commands import weigh as command

PAGE = """
<link rel="stylesheet" href="/static/css/portal.css">
<link rel="icon" href="/static/icon.svg"><link rel="manifest" href="/manifest.json">
<link rel="preload" href="/static/fonts/a.woff2" as="font">
<script src="/static/js/a.js" defer></script><script type="application/ld+json">{}</script>
<img src="/media/a.webp"><img src="/media/b.webp" loading="lazy">
"""
SIZES = {
    "/static/css/portal.css": 9000,
    "/static/fonts/a.woff2": 11000,
    "/static/fonts/b.woff2": 12000,
    "/static/js/a.js": 700,
    "/media/a.webp": 30000,
}
STYLE = b'@font-face { src: url("../fonts/a.woff2") } @font-face { src: url(../fonts/b.woff2) } a { mask: url(#x) }'


def test_a_visit_weighs_what_is_fetched_at_once():
    weight = weigh(PAGE, 8500, 8000, SIZES.__getitem__, lambda _style: STYLE)
    assert weight == Weight(8500, 8000, 9000, 23000, 700, 30000, requests=6)
    assert weight.furniture == 32700
    assert weight.total == 70700


def test_the_lite_version_loads_no_font():
    lite = weigh(f"<html data-lite>{PAGE}", 8500, 8000, SIZES.__getitem__, lambda _style: STYLE)
    assert lite.fonts == 0


def test_what_waits_and_what_is_no_part_of_the_page_is_not_fetched():
    links = Links(PAGE)
    assert links.pictures == ["/media/a.webp"]
    assert links.scripts == ["/static/js/a.js"]
    assert links.styles == ["/static/css/portal.css"]


def test_a_weight_over_its_bar_fails_the_command():
    weighing = command.Command(stdout=StringIO())
    weighing.over = []
    weighing._bar("light", 10 * 1024, 10)
    assert weighing.over == []
    weighing._bar("heavy", 10 * 1024 + 1, 10)
    assert weighing.over == ["heavy"]


@pytest.fixture
def scales(tmp_path) -> Iterator[command.Scales]:
    """Scales before a server of one page with a style."""
    (tmp_path / "page").write_text('<link rel="stylesheet" href="/style">', encoding="utf-8")
    (tmp_path / "style").write_text("a { color: red }", encoding="utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield command.Scales(server.server_port)
        server.shutdown()


def test_a_page_is_weighed_with_its_parts(scales):
    assert scales.page("/page") == Weight(37, 37, 16, 0, 0, 0, requests=2)


def test_a_page_that_does_not_answer_is_no_light_one(scales):
    with pytest.raises(RuntimeError, match="404"):
        scales.page("/nowhere")
