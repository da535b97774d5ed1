"""Spelling of the content with hunspell, against a reviewed list of words that it does not know."""

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bilingual.folding import has_kazakh_letters
from demo.content import FOLDER, read_file
from demo.synthetic import writing
from experience import vocabulary_files

DICTIONARIES = {"kk": "kk_KZ", "ru": "ru_RU"}
PACKAGES = "hunspell, hunspell-ru, hunspell-kk"
_WORD = re.compile(r"[а-яёәғқңөұүһі]+(?:-[а-яёәғқңөұүһі]+)*", re.IGNORECASE)
_LANGUAGE_OF_KEY = re.compile(r"(?:^|_)(kk|ru)$")


class HunspellError(Exception):
    """hunspell or one of its dictionaries is missing."""


@dataclass(frozen=True)
class Unknown:
    """A word that neither the dictionary nor the reviewed list has, and a file where it stands."""

    file: str
    language: str
    word: str


def unknown_words(folder: Path = FOLDER) -> list[Unknown]:
    """Return every unknown word of the content once, in the order of files.

    Raises HunspellError where hunspell or a dictionary is not installed.
    """
    places: dict[tuple[str, str], str] = {}
    for file, language, text in _texts(folder):
        for word in _WORD.findall(text):
            if len(word) > 1:
                # Kazakh words inside a Russian text are Kazakh.
                key = ("kk" if has_kazakh_letters(word) else language, word)
                places.setdefault(key, file)
    words = defaultdict(set)
    for language, word in places:
        words[language].add(word)
    unknown = {
        (language, word)
        for language, candidates in words.items()
        for word in _rejected(candidates, language) - reviewed(candidates, language, folder)
    }
    return [Unknown(places[key], *key) for key in places if key in unknown]


def reviewed(words: Iterable[str], language: str, folder: Path = FOLDER) -> set[str]:
    """Return those of the words that stand in the reviewed list.

    A lower-case line of the list holds for the word at the beginning of a sentence too; a line with
    a capital only for itself.
    """
    listed = set((folder / "spelling" / f"{language}.txt").read_text(encoding="utf-8").split())
    return {word for word in words if word in listed or word.lower() in listed}


def _rejected(words: set[str], language: str) -> set[str]:
    dictionary = DICTIONARIES[language]
    try:
        answer = subprocess.run(
            ["hunspell", "-d", dictionary, "-i", "utf-8", "-l"],
            input="\n".join(sorted(words)),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
    except FileNotFoundError as error:
        raise HunspellError(f"hunspell is not installed: {PACKAGES}") from error
    except subprocess.CalledProcessError as error:
        raise HunspellError(f"hunspell: {error.stderr.strip()} ({PACKAGES})") from error
    return set(answer.stdout.split())


def _texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield file, language and text of everything that readers see."""
    for path in sorted(folder.rglob("*.yaml")):
        language = path.stem.rpartition(".")[2] if path.parent.name == "materials" else ""
        yield from _texts_of(path.name, language, read_file(path))
    for path in sorted((folder / "files").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        yield path.name, "kk" if has_kazakh_letters(text) else "ru", text
    for path in sorted(writing.FOLDER.glob("*.yaml")):
        language = path.stem if path.stem in DICTIONARIES else ""
        yield from _texts_of(f"patterns/{path.name}", language, read_file(path))
    for path in sorted(vocabulary_files.FOLDER.glob("*.yaml")):
        yield from _texts_of(path.name, "", read_file(path))


def _texts_of(file: str, language: str, value: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of a YAML value; a key that ends in `kk` or `ru` says the language of its text."""
    if isinstance(value, dict):
        for key, content in value.items():
            said = _LANGUAGE_OF_KEY.search(str(key))
            yield from _texts_of(file, said[1] if said else language, content)
    elif isinstance(value, list):
        for content in value:
            yield from _texts_of(file, language, content)
    elif isinstance(value, str) and language:
        yield file, language, value
