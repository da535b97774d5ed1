"""Whole public pages in the memory of a process, as they were sent.

A key names everything that a page depends on, the token of the generation among it: a page of an older
state of the content is never asked for again, and gives way when room is wanted.
"""

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import brotli
from django.http import HttpResponse

# What all pages together may take, in bytes of their bodies, and how long one waits for another
# thread that makes the same page, in seconds.
MOST_BYTES = 16_000_000
PATIENCE = 10.0


class KeptPage(NamedTuple):
    """A response of status 200: body, headers and its ETag; `may_shrink` while it can be packed tighter."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    may_shrink: bool = False

    def response(self) -> HttpResponse:
        """Return the response anew."""
        response = HttpResponse(self.body)
        for name, value in self.headers:
            response.headers[name] = value
        return response

    def shrunk(self) -> "KeptPage":
        """Return the page that is packed by Brotli packed as tightly as can be."""
        body = brotli.compress(brotli.decompress(self.body))
        headers = dict(self.headers) | {"Content-Length": str(len(body))}
        return KeptPage(body, tuple(headers.items()), self.etag)


class PageCache:
    """The pages asked for last; safe to share between threads."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._pages: OrderedDict[Hashable, KeptPage] = OrderedDict()
        self._bytes = 0
        self._in_the_making: dict[Hashable, threading.Event] = {}

    def get(self, key: Hashable) -> KeptPage | None:
        """Return the page of a key, None where there is none."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: Hashable, page: KeptPage) -> None:
        """Keep a page; those asked for longest ago give way to it."""
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += len(page.body)
            while self._bytes > self._most_bytes:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        """Forget every page."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    @contextmanager
    def making(self, key: Hashable) -> Iterator[KeptPage | None]:
        """Give the page if another thread has just made it, else let this one make it.

        Of many readers of a cold page the first makes it and the others wait. Where nothing came of
        it, because such pages are not kept, nobody waits in turn: everyone makes their own.
        """
        with self._lock:
            made_by_another = self._in_the_making.get(key)
            if made_by_another is None:
                own = self._in_the_making[key] = threading.Event()
        if made_by_another is not None:
            made_by_another.wait(PATIENCE)
            yield self.get(key)
            return
        try:
            yield self.get(key)
        finally:
            with self._lock:
                del self._in_the_making[key]
            own.set()

    def _drop(self, key: Hashable) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self._bytes -= len(page.body)


pages = PageCache()
"""The pages of this process."""
