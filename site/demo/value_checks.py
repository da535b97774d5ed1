"""Checks of single values of the content: each raises ContentError with what is expected."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from demo.markup import MarkupError, rich_text
from experience.vocabulary_files import read_vocabulary

Check = Callable[[Any], None]


class ContentError(Exception):
    """A content file is not as it should be; the message names the file and the key."""


@dataclass(frozen=True)
class Key:
    """What may stand under a key. An optional one may be missing, null or empty."""

    check: Check
    optional: bool = False


def text(maximum: int = 100_000, minimum: int = 1) -> Check:
    """A plain text of so many characters."""

    def check(value: Any) -> None:
        if not isinstance(value, str) or not minimum <= len(value.strip()) <= maximum:
            raise ContentError(f"a text of {minimum} to {maximum} characters is expected")

    return check


def numeral(value: Any) -> None:
    """A number as it stands on a document: "3"."""
    if not isinstance(value, str) or not value.isdecimal():
        raise ContentError("a number in quotation marks is expected")


def markdown(value: Any) -> None:
    """A rich text."""
    text()(value)
    try:
        rich_text(value)
    except MarkupError as error:
        raise ContentError(str(error)) from error


def number(minimum: float = 0, maximum: float = 100_000) -> Check:
    """A number within bounds, both included."""

    def check(value: Any) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ContentError("a number is expected")
        if not minimum <= value <= maximum:
            raise ContentError(f"a number from {minimum} to {maximum} is expected")

    return check


def day(value: Any) -> None:
    """A date: 2026-10-12."""
    if not isinstance(value, date):
        raise ContentError("a date such as 2026-10-12 is expected")


def truth(value: Any) -> None:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise ContentError("true or false is expected")


def one_of(*values: str) -> Check:
    """One of the values."""

    def check(value: Any) -> None:
        if value not in values:
            raise ContentError(f"“{value}” is not one of: {', '.join(values)}")

    return check


def term_of(vocabulary: str) -> Check:
    """A code of a vocabulary."""
    codes = [term.code for term in read_vocabulary(vocabulary)]

    def check(value: Any) -> None:
        one_of(*codes)(str(value))

    return check


def list_of(check_item: Check, minimum: int = 0, maximum: int = 1000) -> Check:
    """A list of so many items."""

    def check(value: Any) -> None:
        if not isinstance(value, list) or not minimum <= len(value) <= maximum:
            raise ContentError(f"a list of {minimum} to {maximum} items is expected")
        for place, item in enumerate(value, start=1):
            try:
                check_item(item)
            except ContentError as error:
                raise ContentError(f"item {place}: {error}") from error

    return check


def mapping_of(keys: Mapping[str, Key]) -> Check:
    """A mapping with these keys and no others."""

    def check(value: Any) -> None:
        if not isinstance(value, dict):
            raise ContentError("keys and values are expected")
        if unknown := value.keys() - keys.keys():
            raise ContentError(f"unknown keys: {', '.join(sorted(map(str, unknown)))}")
        for name, key in keys.items():
            content = value.get(name)
            if content is None or content == "" or content == [] or content == {}:
                if not key.optional:
                    raise ContentError(f"{name}: is missing or empty")
                continue
            try:
                key.check(content)
            except ContentError as error:
                raise ContentError(f"{name}: {error}") from error

    return check
