"""Numbered sections of a material, as `components/section.html` takes them."""

import re
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from wagtail.rich_text import expand_db_html

from experience.models import KnowledgePage
from experience.publishing import is_empty

Section = dict[str, Any]

_SOURCE = re.compile(r"\[(\d{1,2})\]")


class SectionList:
    """Collects the sections that have content and numbers them from 1 without gaps."""

    def __init__(self, page: KnowledgePage) -> None:
        self.page = page
        self.sections: list[Section] = []
        self.source_count = len(sources(page))

    def add(self, identifier: str, title: str, **content: Any) -> None:
        """Append a section unless everything in it is empty."""
        if any(not is_empty(value) for value in content.values()):
            self.sections.append(
                {
                    "id": identifier,
                    "number": len(self.sections) + 1,
                    "title": capfirst(str(title)),
                    **content,
                }
            )

    def add_text(self, name: str, **content: Any) -> None:
        """Append the section of a rich text field under the field's own name."""
        title = self.page._meta.get_field(name).verbose_name
        self.add(name.replace("_", "-"), title, body=self.text(name), **content)

    def text(self, name: str) -> SafeString:
        """Return a rich text field as safe HTML, with «[1]» leading to the list of literature."""
        html = getattr(self.page, name)
        return rich_text(html, self.source_count) if not is_empty(html) else mark_safe("")


def rich_text(html: str, source_count: int = 0) -> SafeString:
    """Return stored rich text as HTML; «[n]» becomes a link where the list of literature has n lines."""

    def link(match: re.Match[str]) -> str:
        number = int(match[1])
        if not 1 <= number <= source_count:
            return match[0]
        return f'<a class="source-link" href="#source-{number}">[{number}]</a>'

    return mark_safe(_SOURCE.sub(link, expand_db_html(html)))


def sources(page: KnowledgePage) -> list[str]:
    """Return the literature, one source an item."""
    return [line.strip() for line in page.literature.splitlines() if line.strip()]


def lines(text: str) -> list[str]:
    """Return the lines of a field that holds one thing a line."""
    return [line.strip(" -•\t") for line in text.splitlines() if line.strip(" -•\t")]
