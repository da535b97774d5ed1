import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.drift import Drift, drift
from search.engines.failures import UnavailableError
from search.engines.serving import kept_engines


class Command(BaseCommand):
    """Compare every index with the database; exit code 1 if they differ and nothing was repaired."""

    help = "Name what the search indexes lack, have too much or have as it was; --repair mends it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="index what differs afresh")

    def handle(self, *args: Any, **options: Any) -> None:
        drifted = False
        for name, engine in kept_engines().items():
            try:
                engine.catch_up()
                found = drift(engine.digests())
                self._report(name, found)
                if found.keys and options["repair"]:
                    engine.index(found.keys)
                    self.stdout.write(f"{name}: {len(found.keys)} repaired")
            except UnavailableError as failure:
                raise CommandError(f"{name}: {failure}") from failure
            drifted = drifted or bool(found.keys)
        if drifted and not options["repair"]:
            sys.exit(1)

    def _report(self, name: str, found: Drift) -> None:
        if not found.keys:
            self.stdout.write(f"{name}: no drift")
        for what, keys in found._asdict().items():
            for key in keys:
                self.stdout.write(f"{name}: {key} {what}")
