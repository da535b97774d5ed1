"""`manage.py spell_content`: check the spelling of the demo content and the vocabularies."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from demo.spelling import HunspellError, unknown_words


class Command(BaseCommand):
    help = (
        "Check the texts of the demo district, its patterns and the vocabularies with hunspell "
        "(ru_RU, kk_KZ). A correct word that hunspell does not know belongs into "
        "site/demo/content/spelling/{ru,kk}.txt. Ends with status 1 where a word is unknown."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            unknown = unknown_words()
        except HunspellError as error:
            raise CommandError(str(error)) from error
        for row in unknown:
            self.stdout.write(f"{row.file}: {row.language}: {row.word}")
        if unknown:
            raise CommandError(f"{len(unknown)} unknown words.")
        self.stdout.write("Spelling: every word is known.")
