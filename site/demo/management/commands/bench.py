"""`make bench`: CPU and queries of each kind of page on a bank of 2,000, beside their bars."""

import resource
import time
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from demo.benchmark.pages import measured_pages, query_count
from demo.benchmark.served import BARE_APPLICATION, served
from experience.models import ExperiencePage, KnowledgePage
from search.engines.serving import engine
from search.query import SearchQuery
from search.readers import Reader

# CPU milliseconds of the calibration on the quiet machine for which the bars are stated.
QUIET_CALIBRATION = 0.15


class Command(BaseCommand):
    help = "Measure CPU and queries of each kind of page on a large synthetic bank."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--materials", type=int, default=2000)
        parser.add_argument("--requests", type=int, default=100)

    def handle(self, *args: Any, **options: Any) -> None:
        self.prepare(options["materials"])
        with served(settings.ROOT, BARE_APPLICATION) as bare:
            self.unit = bare.milliseconds("/", max(1000, options["requests"]))
        self.stdout.write(
            f"calibration: bare WSGI, 6 KB: {self.unit:.3f} ms CPU"
            f" (quiet machine: {QUIET_CALIBRATION})\n\n"
        )
        self.line("", "ms CPU", "bar", "x bare", "bar", "SQL", "bar")
        with served(settings.ROOT) as worker:
            for page in measured_pages():
                milliseconds = worker.milliseconds(
                    quote(page.path, safe="/?=&+"), options["requests"]
                )
                self.cost(
                    page.name,
                    milliseconds,
                    page.milliseconds,
                    str(query_count(page.path)),
                    str(page.queries),
                )
            memory = worker.private_megabytes()
        self.line("worker, private memory", f"{memory:.0f} MB", "100")
        self.measure_engine()
        self.measure_publication()

    def prepare(self, materials: int) -> None:
        """Make the bank once; later runs measure the same one."""
        settings.VAR.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        if not KnowledgePage.objects.exists():
            call_command("seed_demo")
        missing = materials - KnowledgePage.objects.count()
        if missing > 0:
            start, cpu = time.monotonic(), time.process_time()
            call_command("generate_bank", materials=missing, yes=True)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            self.stdout.write(
                f"load of {missing} materials: {time.monotonic() - start:.0f} s, "
                f"{time.process_time() - cpu:.0f} s CPU, peak {peak:.0f} MB\n"
            )

    def measure_engine(self) -> None:
        """CPU of the engine alone: the most frequent words, ten marked hits."""
        for language, words in (("ru", "урок"), ("kk", "сабақ"), ("ru", "совмещённый класс")):
            query, reader = SearchQuery(text=words), Reader(language)
            engine().search(query, reader)
            start = time.process_time()
            for _ in range(20):
                results = engine().search(query, reader)
            milliseconds = 1000 * (time.process_time() - start) / 20
            self.cost(f"engine: {words} ({results.total} hits)", milliseconds, 8)

    def measure_publication(self) -> None:
        """CPU from saving a revision until the next query has found the page."""
        page = ExperiencePage.objects.live().order_by("-pk")[0]
        spent = []
        for number in range(10):
            page.summary = f"{page.summary[:500]} {number}"
            start = time.process_time()
            page.save_revision(clean=False).publish()
            engine().search(SearchQuery(text=page.title[:60]), Reader(page.language))
            spent.append(1000 * (time.process_time() - start))
        self.cost("publish until found", sorted(spent)[5], 70)

    def cost(self, name: str, milliseconds: float, bar: float, *values: str) -> None:
        """Print CPU time and its bar, in milliseconds and as multiples of the calibration."""
        self.line(
            name,
            f"{milliseconds:.1f}",
            f"{bar:g}",
            f"{milliseconds / self.unit:.0f}",
            f"{bar / QUIET_CALIBRATION:.0f}",
            *values,
        )

    def line(self, name: str, *values: str) -> None:
        """Print one row of the table."""
        self.stdout.write(f"{name:<34}" + "".join(f"{value:>9}" for value in values))
