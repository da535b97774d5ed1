"""What is written to the change log of the search when a file of a material, or who may open it, changes."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Collection, CollectionViewRestriction

from experience.linked_documents import linking_pages
from experience.models import KnowledgePage
from library.models import FileText, PortalDocument
from search.changes import record
from search.documents import page_key


@receiver(post_save, sender=PortalDocument)
def record_changed_document(
    instance: PortalDocument, raw: bool = False, created: bool = False, **kwargs: Any
) -> None:
    """A document was renamed, replaced or put into another collection."""
    if not raw and not created:
        _record_materials(pk=instance.pk)


@receiver(post_save, sender=FileText)
def record_read_text(
    instance: FileText, raw: bool = False, created: bool = False, **kwargs: Any
) -> None:
    """The text of a file was read."""
    if not raw and not created:
        _record_materials(text=instance)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def record_collection_restriction(
    instance: CollectionViewRestriction, raw: bool = False, **kwargs: Any
) -> None:
    """A collection was made private or public."""
    if not raw:
        _record_materials(collection__path__startswith=instance.collection.path)


@receiver(post_save, sender=Collection)
def record_collection(
    instance: Collection, raw: bool = False, created: bool = False, **kwargs: Any
) -> None:
    """A collection was changed; the CMS moves it in the same transaction, right after saving it."""
    if not raw and not created:
        _record_materials(collection__path__startswith=instance.path)


@hooks.register("after_bulk_action")
def record_documents_of_bulk_action(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> None:
    """Documents were put into a collection in bulk, which sends no signal."""
    if action_type == "add_to_collection" and isinstance(next(iter(objects), None), PortalDocument):
        _record_materials(pk__in=[document.pk for document in objects])


def _record_materials(**of_documents: Any) -> None:
    """Record the materials that have, or link to, a document of which this holds."""
    documents = set(PortalDocument.objects.filter(**of_documents).values_list("pk", flat=True))
    if not documents:
        return
    pages = KnowledgePage.objects.filter(
        Q(files__document__in=documents) | Q(guidepage__guide_file__in=documents)
    )
    having = set(pages.values_list("pk", flat=True))
    for pk in sorted(having.union(linking_pages(documents))):
        record(page_key(pk))
