"""`manage.py seed_demo`: fill an empty database with the demo district."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from demo.attachments import Library
from demo.content import Content, read_content
from demo.house import seed_house
from demo.materials import People, seed_materials
from demo.people import seed_authors, seed_schools, seed_staff
from demo.value_checks import ContentError
from experience.models import KnowledgePage


class Command(BaseCommand):
    help = (
        "Fill the database with the demo district: pages, people and materials of "
        "site/demo/content. Refuses a database that holds materials already, unless --again is given."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--again",
            action="store_true",
            help="Bring the demo district up to date: its pages are found by permanent number and "
            "written anew from the files, also where an editor changed them; nothing else is touched.",
        )

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        if not again and KnowledgePage.objects.exists():
            raise CommandError(
                "There are materials in this database already. Use --again to write the demo "
                "district over its earlier state; other materials stay as they are."
            )
        try:
            content = read_content()
            with Library().taken_back_on_failure() as library, transaction.atomic():
                count = self._seed(content, library)
        except ContentError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Texts of the files …")
        call_command("read_files", stdout=self.stdout)
        call_command("search_rebuild", stdout=self.stdout)
        self.stdout.write(
            self.style.SUCCESS(f"The demo district stands: {count} pages of materials.")
        )
        self._print_logins(content)

    def _seed(self, content: Content, library: Library) -> int:
        """Put everything into the database; the caller holds the transaction."""
        call_command("load_vocabularies", stdout=self.stdout)
        call_command("load_synonyms", stdout=self.stdout)
        self.stdout.write("Pages of the cabinet …")
        sections = seed_house(content, library)
        call_command("set_up_roles", stdout=self.stdout)
        self.stdout.write("People …")
        schools = seed_schools(content.schools)
        people = People(
            schools=schools,
            authors=seed_authors(content.authors, schools),
            staff=seed_staff(content.staff),
        )
        return seed_materials(content, sections, people, library, self.stdout.write)

    def _print_logins(self, content: Content) -> None:
        if not settings.DEMO_LOGINS:
            return
        self.stdout.write("Demo logins for /cms/ (the password is the login):")
        for login, row in content.staff.items():
            self.stdout.write(f"  {login}  {row['role']}")
