import sys
from typing import Any

from django.core.management.base import BaseCommand

from search.engines.serving import kept_engines


class Command(BaseCommand):
    """Say of every engine whether it answers and has everything; exit code 1 if one does not."""

    help = (
        "Show the state of the search indexes; exit code 1 if one is not whole or not up to date."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        healthy = True
        for name, engine in kept_engines().items():
            status = engine.status()
            healthy = healthy and status.healthy
            self.stdout.write(
                f"{name}: {'in step' if status.healthy else status.problem or 'behind'}\n"
                f"  documents   {status.documents}\n"
                f"  worked off  {'nothing' if status.worked_off is None else status.worked_off}\n"
                f"  owed        {status.owed}\n"
                f"  schema      {status.schema}"
            )
        if not healthy:
            sys.exit(1)
