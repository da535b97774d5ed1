"""Servers that answer as an Elasticsearch never should, or not at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PRODUCT = {"X-Elastic-Product": "Elasticsearch"}
JSON = {"Content-Type": "application/vnd.elasticsearch+json;compatible-with=8"}
ERROR = b'{"error": {"root_cause": [], "type": "failure", "reason": "broken"}, "status": 500}'

# By name: status, headers, body.
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "500": (500, {**PRODUCT, **JSON}, ERROR),
    "503 of a proxy": (503, {"Content-Type": "text/html"}, b"<h1>Unavailable</h1>"),
    "garbage": (200, {**PRODUCT, **JSON}, b"\x00\xff{nothing"),
    "html": (200, {"Content-Type": "text/html"}, b"<h1>Welcome</h1>"),
    "other json": (200, {**PRODUCT, **JSON}, b'{"welcome": true}'),
    "a list": (200, {**PRODUCT, **JSON}, b"[1, 2]"),
    "wrong product": (200, JSON, b'{"hits": {"hits": []}}'),
    "401": (401, {**PRODUCT, **JSON}, ERROR),
    "403": (403, {**PRODUCT, **JSON}, ERROR),
    "no such index": (404, {**PRODUCT, **JSON}, ERROR),
}
SILENT = "silent"


@contextmanager
def fake_server(answer: str) -> Iterator[str]:
    """The address of a server that gives one of ANSWERS to everything, or SILENT."""
    released = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if answer == SILENT:
                released.wait(20)
                return
            status, headers, body = ANSWERS[answer]
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    for method in ("GET", "POST", "PUT", "DELETE", "HEAD"):
        setattr(Handler, f"do_{method}", Handler.answer)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        released.set()
        server.shutdown()
        server.server_close()
        thread.join()
