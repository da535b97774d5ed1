"""How answers are packed, and what is left as it is."""

import gzip

import brotli
import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from pages.compression import LEAST, TextCompressionMiddleware

TEXT = "Сабақ жоспары. " * 40


def answered(response: HttpResponse, encodings: str, session: str = "") -> HttpResponse:
    request: HttpRequest = RequestFactory().get("/kk/", HTTP_ACCEPT_ENCODING=encodings)
    if session:
        request.COOKIES["sessionid"] = session
    return TextCompressionMiddleware(lambda _request: response)(request)


def test_brotli_for_whoever_takes_it():
    packed = answered(HttpResponse(TEXT, headers={"ETag": '"text"'}), "gzip, br")
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed.content).decode() == TEXT
    assert int(packed.headers["Content-Length"]) == len(packed.content)
    assert packed.headers["ETag"] == 'W/"text"'
    assert packed.headers["Vary"] == "Accept-Encoding"


def test_gzip_for_others():
    packed = answered(HttpResponse(TEXT), "gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content).decode() == TEXT


def test_a_page_with_secrets_hides_its_length():
    sizes = set()
    for _ in range(20):
        packed = answered(HttpResponse(TEXT), "gzip, br", session="somebody")
        assert packed.headers["Content-Encoding"] == "gzip"
        sizes.add(len(packed.content))
    assert len(sizes) > 1


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("a" * (LEAST - 1)),
        HttpResponse(TEXT, headers={"Content-Encoding": "zstd"}),
    ],
    ids=["short", "packed already"],
)
def test_what_is_not_worth_it_stays(response):
    before = response.content
    assert answered(response, "gzip, br").content == before


def test_a_file_keeps_its_length():
    response = StreamingHttpResponse([TEXT.encode()], headers={"Content-Length": "1"})
    assert answered(response, "gzip, br").headers["Content-Length"] == "1"
    assert not response.has_header("Content-Encoding")
