"""Create the groups of the cabinet's roles and set their rights."""

from typing import Any

from django.core.management.base import BaseCommand

from accounts.roles import set_up_roles


class Command(BaseCommand):
    help = (
        "Create the groups methodist, methodist-publisher, head and administrator, set their rights "
        "and the workflow of approval. May be repeated; nobody is removed from a group."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for name, group in set_up_roles().items():
            self.stdout.write(f"{name}: {group.user_set.count()} people")
