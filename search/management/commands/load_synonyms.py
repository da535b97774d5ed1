"""`manage.py load_synonyms`: put the synonyms that the product comes with into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.synonym_records import SynonymFileError, load_synonyms


class Command(BaseCommand):
    help = (
        "Load the synonyms of the search from search/synonyms.txt. Can be repeated: adds what is "
        "new, updates what no editor changed, keeps what an editor changed or deleted."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcomes = load_synonyms()
        except SynonymFileError as error:
            raise CommandError(str(error)) from error
        said = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items())
        self.stdout.write(f"synonyms: {said}")
