"""What follows when media are saved or deleted: sizes of pictures, texts of documents."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .models import FileText, PortalDocument, PortalImage
from .tasks import make_sizes, read_text


@receiver(post_save, sender=PortalImage)
def render_saved_picture(instance: PortalImage, **kwargs: object) -> None:
    """Make the sizes of the portal for a picture that was uploaded, so that no reader's GET writes."""
    make_sizes(instance)


@receiver(post_save, sender=PortalDocument)
def ask_for_text(instance: PortalDocument, raw: bool = False, **kwargs: object) -> None:
    """Let the background process read a new file; within the transaction, so that neither is lost."""
    if not raw and instance.text and instance.text.state == FileText.State.WAITING:
        read_text.enqueue(instance.text.pk)


@receiver([post_save, post_delete], sender=PortalDocument)
def forget_unused_text(raw: bool = False, **kwargs: object) -> None:
    """Forget the text of a file that was replaced or deleted."""
    if not raw:
        FileText.objects.unused().delete()
