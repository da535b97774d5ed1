"""`manage.py maintenance on|off`: the page that stands for the portal while somebody works on it."""

from argparse import ArgumentTypeError
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from pages.maintenance import begin, finish


def next_time(text: str) -> datetime:
    """Return when it is so late next: «18:00», in the time zone of the portal."""
    try:
        clock = datetime.strptime(text, "%H:%M")
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is no time like 18:00") from error
    now = timezone.localtime()
    moment = now.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    return moment if moment > now else moment + timedelta(days=1)


class Command(BaseCommand):
    help = "Show the page of maintenance with status 503 in the place of the portal, or the portal again."
    # It is needed just when something is not in order.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("state", choices=("on", "off"))
        parser.add_argument(
            "--until", type=next_time, help="When the work is to end, as 18:00; said on the page."
        )

    def handle(self, *args: Any, state: str, until: datetime | None, **options: Any) -> None:
        if state == "off":
            finish()
            self.stdout.write("The portal answers.")
            return
        begin(until)
        self.stdout.write(
            f"The page of maintenance stands for the portal: {settings.MAINTENANCE_PAGE}"
        )
