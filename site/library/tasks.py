"""What the background process does for documents and pictures."""

from django.db import transaction
from django_tasks import task

from library.models import FileText, PortalImage
from library.renditions import (
    make_light_renditions,
    make_renditions,
    without_light_renditions,
)
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


@task()
def make_light_sizes(image_id: int) -> None:
    """Make the lightest sizes of a picture; nothing where it is gone or has them."""
    image = without_light_renditions().filter(pk=image_id).first()
    if image is not None:
        make_light_renditions(image)


def make_sizes(image: PortalImage) -> None:
    """Make the sizes of a picture that readers need, now, and let the lightest be made."""
    make_renditions(image)
    make_light_sizes.enqueue(image.pk)


def ask_for_light_sizes() -> None:
    """Make a task for every picture without its lightest sizes: a worker that was killed has lost its own."""
    for pk in without_light_renditions().values_list("pk", flat=True):
        make_light_sizes.enqueue(pk)
