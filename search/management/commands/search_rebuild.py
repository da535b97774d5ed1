from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.failures import UnavailableError
from search.engines.serving import ENGINES, kept_engines


class Command(BaseCommand):
    """Make the search indexes anew. Searches go on meanwhile; interrupted, it goes on where it was."""

    help = "Index every document anew, for every engine that is kept or for one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--engine", choices=ENGINES)

    def handle(self, *args: Any, **options: Any) -> None:
        engines = kept_engines()
        if options["engine"]:
            if options["engine"] not in engines:
                raise CommandError("No Elasticsearch is set: see ELASTICSEARCH_URL.")
            engines = {options["engine"]: engines[options["engine"]]}
        for name, engine in engines.items():
            try:
                done = engine.rebuild(self._show if options["verbosity"] else None)
            except UnavailableError as failure:
                raise CommandError(f"{name}: {failure}") from failure
            if options["verbosity"]:
                self.stdout.write(self.style.SUCCESS(f"{name}: {done} documents indexed."))

    def _show(self, done: int, total: int) -> None:
        self.stdout.write(f"{done} of {total}")
