"""The calibration: a bare WSGI function that answers 6 KB."""

from collections.abc import Callable, Iterable

BODY = b"x" * 6 * 1024


def application(
    environ: dict[str, object], start_response: Callable[..., object]
) -> Iterable[bytes]:
    """Answer the same 6 KB whatever is asked."""
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(BODY)))])
    return [BODY]
