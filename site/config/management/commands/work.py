"""The one background process: scheduled publishing, tasks, the search index."""

import signal
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker

from library.tasks import ask_for_light_sizes, ask_for_waiting_texts
from pages.scheduling import expire_due, publish_due
from search import changes
from search.demand import gathering
from search.engines.serving import engine

# Seconds between two prunings of the change log and the questions.
PRUNING_INTERVAL = 3600.0


class Command(BaseCommand):
    """Work until told to stop (SIGTERM or Ctrl-C); the round at hand is finished first."""

    help = "Run the background process: scheduled publishing, tasks, the search index."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--interval", type=float, default=5.0, help="seconds between rounds")
        parser.add_argument("--once", action="store_true", help="one round, then stop")

    def handle(self, *args: Any, **options: Any) -> None:
        self.running = True
        self.known_refusals: set[int] = set()
        self.worker = Worker(
            queue_names=["*"],
            interval=1,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="work",
            excluded_queue_names=[],
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        self.next_pruning = 0.0
        ask_for_waiting_texts()
        ask_for_light_sizes()
        while self.running:
            self.work_round()
            if options["once"]:
                break
            self.wait(options["interval"])

    def stop(self, *_signal: object) -> None:
        """Let the round at hand be the last, and its task at hand."""
        self.running = self.worker.running = False

    def work_round(self) -> None:
        """Do everything that is due once."""
        close_old_connections()
        expired = expire_due()
        published, refused = publish_due()
        if expired or published:
            self.stdout.write(f"published {published}, expired {expired}")
        for revision in set(refused) - self.known_refusals:
            self.stderr.write(f"scheduled revision {revision} was refused, see the log")
        self.known_refusals.update(refused)
        self.worker.run()
        engine().catch_up()
        gathering.gather()
        if time.monotonic() >= self.next_pruning:
            changes.prune()
            gathering.prune()
            self.next_pruning = time.monotonic() + PRUNING_INTERVAL
        close_old_connections()

    def wait(self, seconds: float) -> None:
        """Sleep in short naps, so that a signal is obeyed at once."""
        end = time.monotonic() + seconds
        while self.running and time.monotonic() < end:
            time.sleep(0.2)
