from typing import Any

from django.core.management.base import BaseCommand

from search.engines.serving import engine


class Command(BaseCommand):
    """Make the search index anew. Searches go on meanwhile; interrupted, it goes on where it was."""

    help = "Index every document anew."

    def handle(self, *args: Any, **options: Any) -> None:
        done = engine().rebuild(self._show if options["verbosity"] else None)
        if options["verbosity"]:
            self.stdout.write(self.style.SUCCESS(f"{done} documents indexed."))

    def _show(self, done: int, total: int) -> None:
        self.stdout.write(f"{done} of {total}")
