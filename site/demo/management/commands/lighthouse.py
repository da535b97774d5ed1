"""`make lighthouse`: each kind of page as Lighthouse sees it on a telephone."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from demo.benchmark.lighthouse import CATEGORIES, medians, run
from demo.benchmark.pages import measured_pages
from demo.benchmark.served import served

PROGRAM = settings.ROOT / "tests/browser/node_modules/.bin/lighthouse"
# The kinds that differ most from each other.
FEW = ("material: experience", "home", "search, frequent word")
# What search engines are asked to leave alone: lists of hits, by robots.txt, and what readers put together.
KEPT_OUT = ("/search/", "/selection/")


class Command(BaseCommand):
    help = (
        "Measure each kind of page of the demo with Lighthouse for mobile; exit code 1 below a bar."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--runs", type=int, default=1, help="the median of this many runs")
        parser.add_argument("--few", action="store_true", help="three kinds of page only")
        parser.add_argument(
            "--performance",
            type=int,
            default=0,
            help="the least performance, 0–100; the other scores are always 100",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not PROGRAM.exists():
            raise CommandError("Lighthouse is missing: npm ci --prefix tests/browser")
        bars = dict.fromkeys(CATEGORIES, 100) | {"performance": options["performance"]}
        below: list[str] = []
        self.stdout.write(f"{'':<30}" + "".join(f"{name:>16}" for name in CATEGORIES))
        with served(settings.ROOT) as worker:
            for page in measured_pages():
                if options["few"] and page.name not in FEW:
                    continue
                address = f"http://127.0.0.1:{worker.port}{quote(page.path, safe='/?=&+')}"
                is_kept_out = page.path[3:].startswith(KEPT_OUT)
                results = [run(PROGRAM, address, is_kept_out) for _ in range(options["runs"])]
                scores = medians([scores for scores, _failed in results])
                line = "".join(f"{scores[name]:>16}" for name in CATEGORIES)
                self.stdout.write(f"{page.name:<30}{line}")
                below += [f"{page.name}: {name}" for name in bars if scores[name] < bars[name]]
                for audit in sorted({audit for _scores, failed in results for audit in failed}):
                    self.stdout.write(f"  {audit}")
        if below:
            raise CommandError("below the bar: " + ", ".join(below))
