"""Servers that answer as an Elasticsearch never should, or not at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
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

# Headers that every server between two others writes for itself.
OWN = {"host", "connection", "content-length", "transfer-encoding", "accept-encoding"}


@dataclass
class Fault:
    """What a server between the engine and a real one does: `answer` once `left` requests are through.

    "" is no fault: everything goes through.
    """

    address: str = ""
    answer: str = ""
    left: int = 0


@contextmanager
def fake_server(answer: str) -> Iterator[str]:
    """The address of a server that gives one of ANSWERS to everything, or SILENT."""
    with _served(Fault(answer=answer), target="") as address:
        yield address


@contextmanager
def faulty_server(target: str) -> Iterator[Fault]:
    """A server that passes requests on to another one until it is told to fail."""
    fault = Fault()
    with _served(fault, target) as fault.address:
        yield fault


@contextmanager
def _served(fault: Fault, target: str) -> Iterator[str]:
    released = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            fault.left -= 1
            if target and (not fault.answer or fault.left >= 0):
                status, headers, body = self.passed_on(sent)
            elif fault.answer == SILENT:
                released.wait(20)
                return
            else:
                status, headers, body = ANSWERS[fault.answer]
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def passed_on(self, sent: bytes) -> tuple[int, dict[str, str], bytes]:
            connection = HTTPConnection(target.removeprefix("http://"))
            passed = {
                name: value for name, value in self.headers.items() if name.lower() not in OWN
            }
            connection.request(self.command, self.path, sent, passed)
            response = connection.getresponse()
            body = response.read()
            headers = {
                name: value for name, value in response.getheaders() if name.lower() not in OWN
            }
            connection.close()
            return response.status, headers, body

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
