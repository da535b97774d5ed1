"""How long a material takes to read, counted from its own text."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from experience.models import KnowledgePage
from experience.section_fields import SECTIONS

from . import formats

# Words a minute. Kazakh words are longer, so fewer of them are read.
WORDS_A_MINUTE = {"kk": 150, "ru": 180}

# Rows of results are looked at and sources looked up; nobody reads them through.
NOT_READ = ("results", "literature")

_FIELDS = {
    kind: tuple(name for _name, _label, names in sections for name in names if name not in NOT_READ)
    for kind, sections in SECTIONS.items()
}
_TAG = re.compile(r"<[^>]*>")


def reading_minutes(page: KnowledgePage) -> int:
    """Return the minutes in which the summary and the sections are read, rounded up, at least 1."""
    values = (getattr(page, name) for name in _FIELDS[page.kind])
    texts = [page.summary, *(text for value in values for text in _texts(value))]
    words = len(_TAG.sub(" ", " ".join(texts)).split())
    return max(1, -(-words // WORDS_A_MINUTE[page.language]))


def reading_time(page: KnowledgePage) -> str:
    """«чтение 7 мин», «оқуға 7 мин»."""
    return _("reading: %(time)s") % {"time": formats.short_minutes(reading_minutes(page))}


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts of a field; those of a stream as they are stored, without rendering its blocks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, StreamValue):
        for block in value.raw_data:
            yield from _texts(block["value"])
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
