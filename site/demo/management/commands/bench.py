"""`make bench`: CPU and queries of each kind of page on a bank of 2,000, beside their bars."""

from functools import partial
from random import choices
from statistics import median
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from demo.benchmark.bank import prepare_bank
from demo.benchmark.calibration import Calibration
from demo.benchmark.pages import measured_pages, query_count
from demo.benchmark.searching import (
    correcting,
    cpu_of,
    indexing,
    search_in,
    suggesting,
    waiting,
    words_to_correct_by,
)
from demo.benchmark.served import BARE_APPLICATION, Worker, served
from demo.benchmark.table import Table
from experience.models import ExperiencePage
from search.engines.serving import EMBEDDED, engine, kept_engines
from search.query import SearchQuery
from search.readers import Reader

# Requests for a page in a round.
REQUESTS = 12
KEPT_REQUESTS = 120

QUESTIONS = (("ru", "урок"), ("kk", "сабақ"), ("ru", "совмещённый класс"))


class Command(BaseCommand):
    help = "Measure CPU and queries of each kind of page on a large synthetic bank."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--materials", type=int, default=2000)

    def handle(self, *args: Any, **options: Any) -> None:
        prepare_bank(options["materials"], self.stdout.write)
        with served(settings.ROOT, BARE_APPLICATION) as bare:
            calibration = Calibration(bare)
            table = Table(self.stdout.write, calibration)
            with served(settings.ROOT) as worker:
                measure_pages(worker, calibration, table)
                table.memory("worker, private memory", worker.private_megabytes(), 100)
            measure_search(calibration, table)
            page = ExperiencePage.objects.live().order_by("-pk")[0]
            publishing = partial(cpu_of, partial(publish_and_find, page), 1)
            table.cost("publish until found", calibration.cost(publishing, rounds=15), 70)


def measure_pages(worker: Worker, calibration: Calibration, table: Table) -> None:
    """Each kind of page as a reader gets it."""
    for page in measured_pages():
        path = quote(page.path, safe="/?=&+")
        cost = calibration.cost(partial(worker.milliseconds, path, REQUESTS, fresh=True))
        table.cost(page.name, cost, page.milliseconds, (query_count(page.path), page.queries))
    kept = quote(measured_pages()[0].path)
    cost = calibration.cost(partial(worker.milliseconds, kept, KEPT_REQUESTS))
    table.cost("material, from the page cache", cost, 0.40)


def measure_search(calibration: Calibration, table: Table) -> None:
    """The search without pages: each engine that is kept, suggestions, did-you-mean, indexing."""
    for name, kept in kept_engines().items():
        for language, words in QUESTIONS:
            search = partial(cpu_of, search_in(kept, words, language))
            found = kept.search(SearchQuery(text=words), Reader(language)).total
            bar = 8 if name == EMBEDDED else 6
            table.cost(f"{name}: {words} ({found} hits)", calibration.cost(search), bar)
            if name != EMBEDDED:
                table.note(
                    "  waiting for the server",
                    median(waiting(search_in(kept, words, language)) for _ in range(9)),
                )
        index = partial(indexing, name)
        table.cost(f"{name}: a document of 800 words", calibration.cost(index, 5), 1000 / 30)
    table.cost("suggestions for two letters", calibration.cost(lambda: cpu_of(suggesting, 20)), 2)
    name = f"did-you-mean among {words_to_correct_by()} words"
    table.cost(name, calibration.cost(lambda: cpu_of(correcting)), 5)


def publish_and_find(page: ExperiencePage) -> None:
    """From saving a revision until the next query has found what it added.

    The query is two words of the title and one that only the new revision has.
    """
    added = "".join(choices("бвгдклмнпрст", k=9))
    page.summary = f"{page.summary[:480]} {added}."
    page.save_revision(clean=False).publish()
    text = " ".join([*page.title.split()[:2], added])
    hits = engine().search(SearchQuery(text=text), Reader(page.language)).hits
    if not hits or hits[0].group != page.number:
        raise CommandError(f"«{text}» was published and is not found")
