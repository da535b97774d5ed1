"""`manage.py generate_bank`: a large synthetic bank for benchmarks."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from demo.synthetic.bank import generate
from demo.synthetic.records import BankError


class Command(BaseCommand):
    help = (
        "Add synthetic materials in both languages for benchmarks: published, found by the search, "
        "with addresses that begin with “synthetic-”. Needs the sections and vocabularies of seed_demo."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--materials", type=int, required=True, help="How many pages to add.")
        parser.add_argument("--seed", type=int, default=1, help="The same seed, the same texts.")
        parser.add_argument(
            "--yes", action="store_true", help="Also where DEBUG is off, as on a server."
        )

    def handle(self, *args: Any, materials: int, seed: int, yes: bool, **options: Any) -> None:
        if not settings.DEBUG and not yes:
            raise CommandError(
                "This is no development installation: synthetic materials would stand among the "
                "real ones. Use --yes if that is what you want."
            )
        if materials < 1:
            raise CommandError("--materials takes a number from 1.")

        def progress(done: int) -> None:
            self.stdout.write(f"{done}/{materials} materials written")

        try:
            generate(materials, seed, progress)
        except BankError as error:
            raise CommandError(str(error)) from error
        call_command("search_rebuild", stdout=self.stdout)
        self.stdout.write(self.style.SUCCESS(f"{materials} synthetic materials are in the bank."))
