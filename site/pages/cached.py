"""Values kept in the memory of a process as long as their generation lasts.

The whole pages kept for readers (`pages.page_cache`) hold as long.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from .models import Generation
from .page_cache import pages

# Where a request remembers the token it has seen, and that its answer will not do for the next one.
REQUEST_KEY = "bank.generation"
_PASSING_KEY = "bank.passing"

_values: dict[object, Any] = {}
_token: int | None = None


def generation_of(request: HttpRequest) -> int:
    """Return the generation token that the request sees; routing has usually read it already."""
    token: int | None = request.META.get(REQUEST_KEY)
    if token is None:
        token = request.META[REQUEST_KEY] = Generation.current()
    return token


def kept(request: HttpRequest, name: object, build: Callable[[], Any]) -> Any:
    """Return the value called `name`, built at most once a generation in this process.

    What is built for a request that is passing lasts as long as this request.
    """
    global _token
    values = request.META.get(_PASSING_KEY)
    if values is None:
        if (token := generation_of(request)) != _token:
            _values.clear()
            _token = token
        values = _values
    if name in values:
        return values[name]
    value = build()
    request.META.get(_PASSING_KEY, values)[name] = value
    return value


def set_passing(request: HttpRequest) -> None:
    """Let nothing be kept of what is built for this request from now on: it is already out of date."""
    request.META.setdefault(_PASSING_KEY, {})


def is_passing(request: HttpRequest) -> bool:
    """Say whether something was shown that the next request may see otherwise, content unchanged."""
    return _PASSING_KEY in request.META


def forget() -> None:
    """Forget everything; for tests, whose databases come and go within one process."""
    global _token
    _values.clear()
    _token = None
    pages.clear()
