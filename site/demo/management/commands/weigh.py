"""`make weight`: what a first visit to each kind of page weighs, beside its bars."""

from operator import attrgetter
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo.benchmark.pages import address_of, measured_pages
from demo.benchmark.served import served
from demo.benchmark.weight import KB, Scales, Weight
from experience.models import KnowledgePage

# Bars in KB.
FURNITURE, SCRIPTS, MEDIAN, LONGEST, LIST, SECOND, LITE = 36, 5, 10, 18, 55, 15, 22
REQUESTS = 5
COLUMNS = ("first", "html", "styles", "fonts", "scripts", "pictures", "total")


class Command(BaseCommand):
    help = "Weigh a first visit to each kind of page of the demo; exit code 1 over a bar."

    def handle(self, *args: Any, **options: Any) -> None:
        self.over: list[str] = []
        with served(settings.ROOT) as worker:
            scales = Scales(worker.port)
            weights = {
                page.name: scales.page(quote(page.path, safe="/?=&+")) for page in measured_pages()
            }
            addresses = [address_of(page) for page in KnowledgePage.objects.live()]
            materials = sorted(map(scales.page, addresses), key=attrgetter("html"))
            saving = Scales(worker.port, {"Save-Data": "on"})
            lite = max(map(saving.page, addresses), key=attrgetter("total"), default=None)
        if not materials or not lite:
            raise CommandError("There is no material to weigh: `make weight` makes the demo.")
        median, longest = materials[len(materials) // 2], materials[-1]
        heaviest = max(weight.html for weight in weights.values())
        weights |= {
            "median of all materials": median,
            "longest material": longest,
            "heaviest material, lite": lite,
        }
        self.stdout.write(
            f"KB compressed{'':<21}" + "".join(f"{c:>9}" for c in COLUMNS) + " requests"
        )
        for name, weight in weights.items():
            self._row(name, weight)
        self.stdout.write("")
        self._bar("median material, HTML", median.html, MEDIAN)
        self._bar("longest material, HTML", longest.html, LONGEST)
        self._bar("second page, the heaviest kind", heaviest, SECOND)
        for name, attribute, most in (
            ("styles, fonts and scripts", "furniture", FURNITURE),
            ("scripts", "scripts", SCRIPTS),
        ):
            self._bar(name, max(map(attrgetter(attribute), weights.values())), most)
        self._bar("lite version of a material", lite.total, LITE)
        lists = [
            weight.total
            for name, weight in weights.items()
            if name.startswith(("listing", "search"))
        ]
        self._bar("lists and search, everything", max(lists), LIST)
        requests = max(weight.requests for weight in weights.values() if not weight.pictures)
        self._say("requests without pictures", str(requests), REQUESTS, requests <= REQUESTS)
        if self.over:
            raise CommandError("over the bar: " + ", ".join(self.over))

    def _row(self, name: str, weight: Weight) -> None:
        sizes = "".join(f"{getattr(weight, column) / KB:9.1f}" for column in COLUMNS)
        self.stdout.write(f"{name:<34}{sizes} {weight.requests:8}")

    def _bar(self, name: str, size: int, most: int) -> None:
        self._say(name, f"{size / KB:.1f} KB", most, size <= most * KB)

    def _say(self, name: str, value: str, most: int, is_kept: bool) -> None:
        self.stdout.write(f"{name:<34}{value:>9} (bar {most}) {'ok' if is_kept else 'OVER'}")
        if not is_kept:
            self.over.append(name)
