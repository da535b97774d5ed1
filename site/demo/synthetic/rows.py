"""Writing pages of the synthetic bank in bulk: a page is three tables and a place in the tree."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from wagtail.models import Page

from experience.models import KnowledgePage, PermanentAddress
from portal.models import SectionPage


class SectionWriter:
    """Appends pages to one section: counts its children on, as treebeard does."""

    def __init__(self, section: SectionPage) -> None:
        self._section = section
        last = section.get_last_child()
        self._step = int(last.path[-Page.steplen :], 36) if last else 0
        self._added = 0

    def place(self, page: KnowledgePage, address: PermanentAddress, slug: str) -> None:
        """Give the page its address, its place in the tree and everything that saving would set."""
        self._step += 1
        self._added += 1
        page.address = address
        page.slug = slug
        page.depth = self._section.depth + 1
        page.path = Page._get_path(self._section.path, page.depth, self._step)
        page.numchild = 0
        page.url_path = f"{self._section.url_path}{slug}/"
        page.locale_id = self._section.locale_id
        page.content_type = ContentType.objects.get_for_model(type(page))

    def finish(self) -> None:
        """Tell the section how many children it got."""
        Page.objects.filter(pk=self._section.pk).update(numchild=models.F("numchild") + self._added)


def insert_pages(pages: Sequence[Any]) -> None:
    """Insert the pages, all of one type, into their three tables; their keys are set.

    Django's `bulk_create` refuses models of several tables, so only the first goes through it.
    """
    model = type(pages[0])
    stored = Page.objects.bulk_create(
        [
            Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.fields})
            for page in pages
        ]
    )
    for page, row in zip(pages, stored, strict=True):
        page.pk = page.id = page.page_ptr_id = page.knowledgepage_ptr_id = row.pk
    for table in (KnowledgePage, model):
        fields = table._meta.local_concrete_fields
        size = connection.ops.bulk_batch_size(fields, pages)
        for start in range(0, len(pages), size):
            rows: Any = table._base_manager.all()
            rows._insert(pages[start : start + size], fields=fields, using=connection.alias)


def link(name: str, pairs: Iterable[tuple[KnowledgePage, Any]]) -> None:
    """Insert the rows of a many-to-many field: pages with the terms that they have."""
    through = getattr(KnowledgePage, name).through
    field: Any = KnowledgePage._meta.get_field(name)
    target = field.m2m_reverse_field_name()
    through.objects.bulk_create(
        [through(knowledgepage_id=page.pk, **{f"{target}_id": term.pk}) for page, term in pairs],
        batch_size=400,
    )
