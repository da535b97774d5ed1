"""What a first visit weighs as it travels: compressed HTML, styles, fonts, scripts, pictures; and how many requests."""

import http.client
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

KB = 1024

Fetch = Callable[[str], bytes]

_URL = re.compile(r"url\(([^)]+)\)")


@dataclass(frozen=True)
class Weight:
    """Compressed bytes of a page and of what a browser without a cache fetches for it.

    Icon, manifest and pictures that wait to be scrolled to are left out. `requests` counts the page itself.
    `html` is what a reader gets, `first` what the first one after a change gets: a page that is asked for again
    is packed tighter.
    """

    first: int
    html: int
    styles: int
    fonts: int
    scripts: int
    pictures: int
    requests: int

    @property
    def furniture(self) -> int:
        """Styles, fonts and scripts, which the next page finds in the browser."""
        return self.styles + self.fonts + self.scripts

    @property
    def total(self) -> int:
        """Everything."""
        return self.html + self.furniture + self.pictures


class Links(HTMLParser):
    """Addresses of what the page fetches at once, by kind."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self.pictures: list[str] = []
        self.is_lite = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect links to stylesheets, scripts and pictures; the lite version says so of itself."""
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.is_lite = "data-lite" in values
        elif tag == "link" and values.get("rel") == "stylesheet":
            self.styles.append(values["href"])
        elif tag == "script" and values.get("src"):
            self.scripts.append(values["src"])
        elif tag == "img" and values.get("loading") != "lazy":
            self.pictures.append(values["src"])


def weigh(
    page: str, first: int, compressed: int, size: Callable[[str], int], text: Fetch
) -> Weight:
    """Weigh a page by its HTML, its compressed sizes, and what tells size and content of an address.

    Every font of the stylesheets counts: text of the portal uses both of its weights on each page, and none in
    the lite version.
    """
    links = Links(page)
    fonts = [
        urljoin(style, found.strip("\"'"))
        for style in links.styles
        for found in _URL.findall(text(style).decode())
        if found.strip("\"'").endswith(".woff2") and not links.is_lite
    ]
    return Weight(
        first=first,
        html=compressed,
        styles=sum(map(size, links.styles)),
        fonts=sum(map(size, fonts)),
        scripts=sum(map(size, links.scripts)),
        pictures=sum(map(size, links.pictures)),
        requests=1 + sum(map(len, (links.styles, fonts, links.scripts, links.pictures))),
    )


class Scales:
    """Weighs pages of a server on this machine, asked as a browser asks over https.

    `headers` are sent with each request.
    """

    def __init__(self, port: int, headers: Mapping[str, str] | None = None) -> None:
        self._port = port
        self._headers = {"Host": "127.0.0.1", **(headers or {})}
        self._sizes: dict[str, int] = {}
        self._texts: dict[str, bytes] = {}

    def page(self, path: str) -> Weight:
        """Weigh one page.

        Raises RuntimeError where the page or a part of it does not answer 200.
        """
        page = self._get(path, "identity").decode()
        first, again = self._size(path), self._size(path)
        return weigh(page, first, again, self._kept_size, self._text)

    def _kept_size(self, path: str) -> int:
        if path not in self._sizes:
            self._sizes[path] = self._size(path)
        return self._sizes[path]

    def _text(self, path: str) -> bytes:
        if path not in self._texts:
            self._texts[path] = self._get(path, "identity")
        return self._texts[path]

    def _size(self, path: str) -> int:
        return len(self._get(path, "gzip, deflate, br"))

    def _get(self, path: str, encoding: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            connection.request("GET", path, headers=self._headers | {"Accept-Encoding": encoding})
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}")
        return body
