"""The interface texts: what the sources ask for, and what the catalogues answer."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("kk", "ru")
SOURCE_FOLDERS = ("experience", "search", "site", "templates")
# Function of gettext → whether its first argument is a context.
CALLS = {
    "_": False,
    "gettext": False,
    "gettext_lazy": False,
    "ngettext": False,
    "ngettext_lazy": False,
    "pgettext": True,
    "pgettext_lazy": True,
    "npgettext": True,
    "npgettext_lazy": True,
}
Key = tuple[str | None, str]

KAZAKH_LETTERS = "әғқңөұүһі"
RUSSIAN_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


def catalogue_path(language: str) -> Path:
    return ROOT / "site" / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    with catalogue_path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def parts(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def key_of(message: Message) -> Key:
    return message.context, parts(message.id)[0]


def texts_of_python(source: str) -> Iterator[Key]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := called(node)) in CALLS:
            has_context = CALLS[name]
            constants = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if has_context and len(constants) > 1:
                yield constants[0], constants[1]
            elif not has_context and constants:
                yield None, constants[0]


def called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def texts_of_template(source: str) -> Iterator[Key]:
    """Texts of a template: Django's tags become calls first, Jinja has calls already."""
    code = templatize(source) if "{% load" in source else source
    for call in re.findall(r"\bn?p?(?:gettext|_)\((?:[^()]|\([^()]*\))*\)", code):
        yield from texts_of_python(call)


def sources(suffix: str) -> Iterator[Path]:
    for folder in SOURCE_FOLDERS:
        for path in sorted((ROOT / folder).rglob(f"*{suffix}")):
            if "migrations" not in path.parts:
                yield path


def asked_texts() -> dict[Key, str]:
    found: dict[Key, str] = {}
    for suffix, texts in ((".py", texts_of_python), (".html", texts_of_template)):
        for path in sources(suffix):
            for key in texts(path.read_text(encoding="utf-8")):
                found.setdefault(key, str(path.relative_to(ROOT)))
    return found


def hidden_texts(source: str) -> list[Key]:
    """Texts asked for inside an f-string, where the collecting of texts does not look."""
    return [
        key
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.JoinedStr)
        for key in texts_of_python(ast.unparse(node))
    ]
