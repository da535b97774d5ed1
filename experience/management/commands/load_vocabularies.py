"""`manage.py load_vocabularies`: put the vocabularies into the database, or bring them up to date."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from experience.vocabulary_files import VOCABULARIES, VocabularyError, labels_to_confirm
from experience.vocabulary_loading import load_vocabularies

OUTCOMES = ("added", "updated", "unchanged", "removed by an editor")


class Command(BaseCommand):
    help = (
        "Load subjects, grades, levels and the other vocabularies from experience/vocabularies. "
        "Can be repeated: adds what is new, updates what no editor changed, keeps what an editor did."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--to-confirm",
            action="store_true",
            help="Load nothing; print the names that a native methodist must confirm.",
        )

    def handle(self, *args: Any, to_confirm: bool, **options: Any) -> None:
        if to_confirm:
            self.stdout.write(labels_to_confirm(), ending="")
            return
        try:
            report = load_vocabularies()
        except VocabularyError as error:
            raise CommandError(str(error)) from error
        for name in VOCABULARIES:
            counts = [(outcome, report.counts[name, outcome]) for outcome in OUTCOMES]
            said = ", ".join(f"{count} {outcome}" for outcome, count in counts if count)
            self.stdout.write(f"{name}: {said}")
        for kept in report.kept:
            self.stdout.write(f"kept as an editor changed it: {kept}")
