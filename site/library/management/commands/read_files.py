"""`manage.py read_files`: the text of every document that waits for it, now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from library.models import FileText
from library.texts import read_waiting

# A line of progress after so many files.
STEP = 10


class Command(BaseCommand):
    help = (
        "Read the text of the documents that are not read yet, without waiting for the background "
        "process; say how many ended in which state."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--again", action="store_true", help="Also those that were read before, whatever came."
        )

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        if again:
            read = FileText.objects.exclude(state=FileText.State.NOT_READ)
            read.update(state=FileText.State.WAITING)
        read_waiting(self.report)
        for state, count in FileText.objects.by_state():
            self.stdout.write(f"{state}: {count}")

    def report(self, done: int, total: int) -> None:
        """Say how far it is."""
        if done % STEP == 0 or done == total:
            self.stdout.write(f"{done}/{total} files read")
