"""Texts from the sentence patterns of `site/demo/patterns`."""

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from demo.content import read_file

FOLDER = Path(__file__).parents[1] / "patterns"
# Counted nouns of the Russian patterns stand in the genitive plural, which 5 to 20 take.
COUNTS = range(5, 21)
SLOT_VOCABULARIES = {
    "technique": "techniques",
    "theme": "themes",
    "difficulty": "difficulties",
    "skill": "skills",
    "indicator": "indicators",
    "village": "villages",
    "tool": "tools",
    "month": "months",
}
# What changes from sentence to sentence; the rest is the subject of the whole material.
CHANGING = ("difficulty", "tool", "month")
_SLOT = re.compile(r"\{(\w+)\}")
_BEGINNING = re.compile(r"^«?\w")


@cache
def words() -> dict[str, list[dict[str, Any]]]:
    """The word lists, each word in both languages."""
    return read_file(FOLDER / "words.yaml")


@cache
def patterns(language: str) -> dict[str, Any]:
    """The sentence patterns of a language by their role."""
    return read_file(FOLDER / f"{language}.yaml")


@dataclass(frozen=True)
class Topic:
    """What one material is about, in any language: chosen words and figures."""

    words: dict[str, dict[str, Any]]
    subject: dict[str, str]
    grade: int
    before: int
    after: int

    @classmethod
    def chosen(cls, chance: random.Random, subject: dict[str, str], grade: int) -> "Topic":
        """Choose the words and figures of a new topic for a subject and a grade that learns it."""
        before = chance.randint(20, 60)
        return cls(
            words={slot: chance.choice(words()[name]) for slot, name in SLOT_VOCABULARIES.items()},
            subject=subject,
            grade=grade,
            before=before,
            after=before + chance.randint(5, 35),
        )


class Writer:
    """Writes the texts of one material in one language."""

    def __init__(self, language: str, topic: Topic, chance: random.Random) -> None:
        self.language = language
        self._topic = topic
        self._chance = chance
        self._patterns = patterns(language)

    def line(self, *keys: str) -> str:
        """Return one filled pattern: `line("titles", "guide")`."""
        return self._filled(self._chance.choice(self._pool(keys)))

    def lines(self, count: int, *keys: str) -> list[str]:
        """Return so many different filled patterns, all where there are fewer."""
        pool = self._pool(keys)
        return [self._filled(p) for p in self._chance.sample(pool, min(count, len(pool)))]

    def text(self, **counts: int) -> str:
        """Return plain text: `text(risks=3)` is three sentences of that role."""
        return " ".join(line for role, count in counts.items() for line in self.lines(count, role))

    def rich(self, **counts: int) -> str:
        """Return the same as HTML, a paragraph of at most five sentences at a time."""
        sentences = [line for role, count in counts.items() for line in self.lines(count, role)]
        groups = [sentences[start : start + 5] for start in range(0, len(sentences), 5)]
        return "".join(f"<p>{' '.join(group)}</p>" for group in groups)

    def _pool(self, keys: tuple[str, ...]) -> list[str]:
        pool: Any = self._patterns
        for key in keys:
            pool = pool[key]
        return pool

    def _filled(self, pattern: str) -> str:
        filled = _SLOT.sub(lambda match: self._word(match[1]), pattern)
        return _BEGINNING.sub(lambda match: match[0].upper(), filled)

    def _word(self, slot: str) -> str:
        topic = self._topic
        if slot in CHANGING:
            return self._chance.choice(words()[SLOT_VOCABULARIES[slot]])[self.language]
        if slot in SLOT_VOCABULARIES:
            return topic.words[slot][self.language]
        if slot == "subject":
            return topic.subject[self.language]
        if slot in ("grade", "before", "after"):
            return str(getattr(topic, slot))
        if slot in ("many", "minutes", "lessons"):
            return str(self._chance.choice(COUNTS))
        raise KeyError(f"the patterns have no slot “{slot}”")
