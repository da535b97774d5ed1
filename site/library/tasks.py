"""What the background process does for documents."""

from django.db import transaction
from django_tasks import task

from library.models import FileText
from library.texts import give_texts, read


@task()
def read_text(text_id: int) -> None:
    """Read a text that still waits; nothing where it was read meanwhile or its file is gone."""
    text = FileText.objects.waiting().filter(pk=text_id).first()
    if text is not None:
        read(text)


def read_again(text: FileText) -> None:
    """Let a text wait once more and be read."""
    with transaction.atomic():
        text.state = FileText.State.WAITING
        text.save(update_fields=["state"])
        read_text.enqueue(text.pk)


def ask_for_waiting_texts() -> None:
    """Make a task again for every text that waits: a worker that was killed has lost its own."""
    give_texts()
    for pk in FileText.objects.waiting().values_list("pk", flat=True):
        read_text.enqueue(pk)
