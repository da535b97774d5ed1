"""`make bench-large`: what questions cost on a bank of 20,000, beside their bars."""

from collections.abc import Sequence
from functools import partial
from statistics import median
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from demo.benchmark.bank import prepare_bank
from demo.benchmark.calibration import Calibration, Cost
from demo.benchmark.searching import cpu_of, most_frequent_words, search_in
from demo.benchmark.served import BARE_APPLICATION, served
from demo.benchmark.table import Table
from experience.models import KnowledgePage
from search.engines.serving import embedded
from search.query import SearchQuery
from search.readers import Reader

# Questions for the median, and words of which the worst is shown.
QUESTIONS = 40
WORDS = 12

# Rounds for each of them.
ROUNDS = 3


class Command(BaseCommand):
    help = "Measure questions on a bank of 20,000 materials: the median and the worst word."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--materials", type=int, default=20_000)

    def handle(self, *args: Any, **options: Any) -> None:
        prepare_bank(options["materials"], self.stdout.write)
        with served(settings.ROOT, BARE_APPLICATION) as bare:
            calibration = Calibration(bare)
            table = Table(self.stdout.write, calibration)
            costs = [asked(text, calibration) for text in questions()]
            middle = Cost(
                median(cost.milliseconds for cost in costs), median(cost.times for cost in costs)
            )
            table.cost(f"median of {len(costs)} questions", middle, 40)
            words = {word: asked(word, calibration) for word in most_frequent_words(WORDS)}
            worst = max(words, key=lambda word: words[word].times)
            found = embedded().search(SearchQuery(text=worst), Reader("ru")).total
            table.cost(f"worst word: {worst} ({found} hits)", words[worst], 80)


def questions() -> Sequence[str]:
    """The first one, two or three words of titles from all over the bank."""
    titles = KnowledgePage.objects.live().order_by("pk").values_list("title", flat=True)
    step = max(1, len(titles) // QUESTIONS)
    some = titles[::step][:QUESTIONS]
    return [" ".join(title.split()[: 1 + number % 3]) for number, title in enumerate(some)]


def asked(text: str, calibration: Calibration) -> Cost:
    """What a search with six facets and ten marked hits costs the embedded engine."""
    return calibration.cost(partial(cpu_of, search_in(embedded(), text), 1), ROUNDS)
