"""Which language an address or a browser asks for."""

import re

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from bilingual.pairs import INTERFACE_LANGUAGES

_PREFIX = re.compile(r"^/(kk|ru)(?=/|$)")
FIRST_LANGUAGE = "kk"
_SWITCH_KEY = "bank.switch"


def prefix_language(path: str) -> str:
    """Return the language of the prefix of `path`, "" where it has none."""
    match = _PREFIX.match(path)
    return match[1] if match else ""


def without_prefix(path: str) -> str:
    """Return `path` without its language prefix."""
    return _PREFIX.sub("", path) or "/"


def set_switch_addresses(request: HttpRequest, addresses: dict[str, str]) -> None:
    """Let the language switch of this request lead to real translations: language → address."""
    request.META[_SWITCH_KEY] = addresses


def switch_addresses(request: HttpRequest) -> dict[str, str]:
    """Return the addresses of the translations of the page that this request shows."""
    return request.META.get(_SWITCH_KEY, {})


def negotiated_language(accept_language: str) -> str:
    """Return the interface language that a browser prefers; Kazakh when it says nothing of use."""
    for code, _quality in parse_accept_lang_header(accept_language):
        if code[:2] in INTERFACE_LANGUAGES:
            return code[:2]
    return FIRST_LANGUAGE
