"""Values kept in the memory of a process as long as their generation lasts."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from .models import Generation

# Where a request remembers the token it has seen.
REQUEST_KEY = "bank.generation"

_values: dict[object, Any] = {}
_token: int | None = None


def generation_of(request: HttpRequest) -> int:
    """Return the generation token that the request sees; routing has usually read it already."""
    token: int | None = request.META.get(REQUEST_KEY)
    if token is None:
        token = request.META[REQUEST_KEY] = Generation.current()
    return token


def kept(request: HttpRequest, name: object, build: Callable[[], Any]) -> Any:
    """Return the value called `name`, built at most once a generation in this process."""
    global _token
    if (token := generation_of(request)) != _token:
        _values.clear()
        _token = token
    if name not in _values:
        _values[name] = build()
    return _values[name]


def forget() -> None:
    """Forget everything; for tests, whose databases come and go within one process."""
    global _token
    _values.clear()
    _token = None
