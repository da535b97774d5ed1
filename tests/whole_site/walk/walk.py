"""Random events in the life of a bank: what editors, readers' rights and the clock do to it."""

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from experience.models import Tag
from tests import factories
from tests.whole_site.walk.files import FileEvents
from tests.whole_site.walk.materials import MaterialEvents
from tests.whole_site.walk.records import RecordEvents
from tests.whole_site.walk.rights import RightEvents
from tests.whole_site.walk.walking import WORDS

SHARE_ROLLED_BACK = 0.2


class _UndoneError(Exception):
    """Rolls an event back."""


class Walk(MaterialEvents, RecordEvents, FileEvents, RightEvents):
    """A sequence of random events; the same seed gives the same events."""

    def begin(self) -> None:
        """Make a small bank: two materials of each type, the vocabularies, and tags."""
        call_command("load_vocabularies")
        for word in WORDS[:4]:
            Tag.objects.create(name=word)
        for make in (factories.experience, factories.guide, factories.technology) * 2:
            make(live=True, authors=[factories.author()])

    def step(self) -> str:
        """Do one event, or do it and roll it back; return what it was."""
        event = self.chance.choice(self.events())
        undone = self.chance.random() < SHARE_ROLLED_BACK
        try:
            with transaction.atomic():
                event()
                if undone:
                    raise _UndoneError
        except _UndoneError:
            return f"{event.__name__}, rolled back"
        except (IntegrityError, ValidationError) as refusal:
            return f"{event.__name__}, refused: {refusal}"
        return event.__name__
