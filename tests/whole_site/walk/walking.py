"""What every part of the walk shares: chance, words, and records chosen by it."""

import random
from collections.abc import Callable
from typing import Any

from experience.models import KnowledgePage

WORDS = [
    "карточки",
    "станции",
    "чтение",
    "диалог",
    "бағалау",
    "тапсырма",
    "оқушы",
    "сабақ",
    "мектеп",
    "жоспар",
    "опыт",
    "урок",
]


class Walking:
    """Chance that is the same for the same seed. A part of the walk names its events in `events`."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def events(self) -> list[Callable[[], None]]:
        """The events of this part; one that stands twice happens twice as often."""
        return []

    def one(self, records: Any) -> Any:
        """One of the records in the order of their keys, or None."""
        found = list(records.order_by("pk"))
        return self.chance.choice(found) if found else None

    def material(self, **filters: Any) -> Any:
        """A material of its specific class, or None."""
        page = self.one(KnowledgePage.objects.filter(**filters))
        return page.specific if page else None

    def phrase(self) -> str:
        """Three words."""
        return " ".join(self.chance.sample(WORDS, 3)).capitalize()
