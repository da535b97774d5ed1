"""Documents that the text of a material links to, wherever in its rich text the link stands."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Field, Q, TextField
from django.db.models.functions import Cast
from wagtail.fields import RichTextField, StreamField

from experience.models import ExperiencePage, GuidePage, KnowledgePage, TechnologyPage
from library.models import PortalDocument

MATERIALS: tuple[type[KnowledgePage], ...] = (ExperiencePage, GuidePage, TechnologyPage)


def linked_documents(page: KnowledgePage) -> list[PortalDocument]:
    """Return the documents that a material of its specific class links to, in reading order."""
    numbers = dict.fromkeys(
        number
        for field in _text_fields(type(page))
        for number in _links(field, field.value_from_object(page))
    )
    found = PortalDocument.objects.in_bulk(numbers) if numbers else {}
    return [found[number] for number in numbers if number in found]


def linking_pages(documents: set[int]) -> Iterator[int]:
    """Yield the ids of materials, live or not, whose stored text links to one of the documents.

    Read from the texts themselves: Wagtail's index of references is written later, in the background.
    """
    for model in MATERIALS:
        fields = _text_fields(model)
        texts = {f"stored_{field.name}": Cast(field.name, TextField()) for field in fields}
        with_links = Q(pk=None)
        for text in texts:
            with_links |= Q(**{f"{text}__contains": "linktype="})
        names = [field.name for field in fields]
        rows = model.objects.annotate(**texts).filter(with_links).values_list("pk", *names)
        for pk, *values in rows:
            linked = (_links(field, value) for field, value in zip(fields, values, strict=True))
            if any(not documents.isdisjoint(numbers) for numbers in linked):
                yield pk


def _text_fields(model: type[KnowledgePage]) -> tuple[Field, ...]:
    fields = model._meta.concrete_fields
    return tuple(field for field in fields if isinstance(field, RichTextField | StreamField))


def _links(field: Any, value: Any) -> list[int]:
    references = field.extract_references(value)
    return [int(number) for model, number, *_path in references if model is PortalDocument]
