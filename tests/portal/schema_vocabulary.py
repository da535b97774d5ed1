"""The vocabulary of schema.org (data/schema-vocabulary.json), and what of a JSON-LD does not follow it."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_VOCABULARY = json.loads((Path(__file__).parent / "data" / "schema-vocabulary.json").read_text())
TYPES: dict[str, dict[str, list[str]]] = _VOCABULARY["types"]
PROPERTIES: dict[str, list[str]] = _VOCABULARY["properties"]

DATA_TYPES = {"Boolean", "Date", "DateTime", "Duration", "Integer", "Number", "Text", "URL"}

# BCP 47 and ISO 8601, as far as the portal needs them.
LANGUAGE = re.compile(r"(kk|ru)(-[A-Z]{2})?")
DURATION = re.compile(r"P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?")


def with_parents(kind: str) -> set[str]:
    """A type with all types above it."""
    return {kind}.union(*(with_parents(parent) for parent in TYPES[kind]["parents"]))


def properties_of(kind: str) -> set[str]:
    """The properties of a type, its own and inherited."""
    return {name for one in with_parents(kind) for name in TYPES[one]["properties"]}


def faults(thing: Any, path: str = "") -> Iterator[str]:
    """What in a thing, and in all things in it, is not of the vocabulary."""
    kind = thing.get("@type")
    if kind not in TYPES:
        yield f"{path}: unknown type {kind!r}"
        return
    for name, value in thing.items():
        here = f"{path}/{kind}.{name}"
        # What an action is to be given is described as the property of the action with "-input".
        known = properties_of(kind) | {f"{one}-input" for one in properties_of(kind)}
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{here}: no property of the type"
        elif not name.endswith("-input"):
            for one in value if isinstance(value, list) else [value]:
                yield from _value_faults(one, PROPERTIES[name], here, name)


def _value_faults(value: Any, expected: list[str], here: str, name: str) -> Iterator[str]:
    if value in ("", None, [], {}):
        yield f"{here}: is empty"
    elif isinstance(value, dict) and value.keys() == {"@id"}:
        # A thing that is described elsewhere.
        if set(expected) <= DATA_TYPES or not _is(value["@id"], "URL"):
            yield f"{here}: {value} is none of {expected}"
    elif isinstance(value, dict):
        found = list(faults(value, here))
        yield from found
        if not found and with_parents(value["@type"]).isdisjoint(expected):
            yield f"{here}: {value['@type']} instead of {expected}"
    elif not any(_is(value, kind) for kind in expected):
        yield f"{here}: {value!r} is none of {expected}"
    elif name == "inLanguage" and not LANGUAGE.fullmatch(value):
        yield f"{here}: {value!r} is no language"


def _is(value: Any, kind: str) -> bool:
    """Whether a plain value is of a data type of schema.org."""
    if isinstance(value, bool):
        return kind == "Boolean"
    if isinstance(value, int | float):
        return kind == "Number" or (kind == "Integer" and isinstance(value, int))
    readers = {
        "Text": str,
        "Date": date.fromisoformat,
        "DateTime": datetime.fromisoformat,
        "URL": _url,
        "Duration": _duration,
    }
    try:
        return kind in readers and readers[kind](value) is not None
    except ValueError:
        return False


def _url(value: str) -> str:
    """The value, where it is an absolute address."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or " " in value:
        raise ValueError(value)
    return value


def _duration(value: str) -> str:
    if not DURATION.fullmatch(value):
        raise ValueError(value)
    return value
