"""A material as the search knows it: sections, keywords, facets, and what a hit shows of it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from bilingual.pairs import INTERFACE_LANGUAGES
from experience.display import display_of
from experience.models import KnowledgePage, TechnologyUse
from experience.reading import MaterialParts, read_parts
from experience.search_files import file_addresses, file_sections, files_of
from experience.section_fields import SECTIONS
from pages.prepared import PreparedQuery
from search.documents import SearchDocument, Section

# Live or not: a document must not change with every state of the pages that it names.
_technologies = PreparedQuery(
    lambda page_id: TechnologyUse.objects.filter(page_id=page_id).values_list(
        "technology__address_id"
    ),
    int,
)


def search_document(page: KnowledgePage, key: str, visibility: tuple[str, ...]) -> SearchDocument:
    """Return the document of a live material of its specific class."""
    parts = read_parts(page, lambda path: False)
    files = files_of(page, parts)
    addresses = file_addresses(files)
    return SearchDocument(
        key=key,
        group=page.number or key,
        kind=page.kind,
        language=page.language,
        title=page.title,
        sections=(
            Section("summary", page.summary, page.language, section_label(_("summary"))),
            *_sections(page),
            *_captions(page, parts),
            *file_sections(files, page.language),
        ),
        keywords=tuple(keywords(page, parts)),
        facets=facets(page, parts),
        visibility=visibility,
        published=page.first_published_at.date() if page.first_published_at else None,
        display={
            language: {**shown, "files": addresses}
            for language, shown in display_of(page, parts).items()
        },
    )


def _sections(page: KnowledgePage) -> Iterator[Section]:
    for name, label, fields in SECTIONS[page.kind]:
        text = "\n".join(filter(None, (plain_text(page, field) for field in fields)))
        if text:
            yield Section(name, text, page.language, section_label(label))


def _captions(page: KnowledgePage, parts: MaterialParts) -> Iterator[Section]:
    """Titles of files and captions of pictures, as one section."""
    lines = [str(row) for row in parts.files] + [picture.caption for picture in parts.pictures]
    if lines:
        yield Section(
            "files", "\n".join(filter(None, lines)), page.language, section_label(_("Appendices"))
        )


def plain_text(page: KnowledgePage, name: str) -> str:
    """Return the words of a field, a stream or the rows of the results, without markup."""
    content = getattr(page, name)
    if hasattr(content, "stream_block"):
        return "\n".join(
            get_text_for_indexing(text)
            for block in content
            for text in block.block.get_searchable_content(block.value)
        )
    if hasattr(content, "all"):
        return "\n".join(
            " · ".join(filter(None, (row.indicator, row.unit, row.period, row.how_measured)))
            for row in content.all()
        )
    text = str(content)
    return get_text_for_indexing(text) if "<" in text else text


@cache
def section_label(label: Any) -> dict[str, str]:
    """Return the name of a section in both interface languages."""
    names = {}
    for language in INTERFACE_LANGUAGES:
        with translation.override(language):
            names[language] = capfirst(str(label))
    return names


def keywords(page: KnowledgePage, parts: MaterialParts) -> Iterator[str]:
    """Yield the words under which a material is looked for though they stand in no section."""
    yield page.number
    for kind in ("subject", "area", "level", "form", "audience", "tag", "guide_kind"):
        for term in parts.terms[kind]:
            yield term.name_kk
            yield term.name_ru
    for number in parts.grade_numbers():
        yield f"{number} класс"
        yield f"{number} сынып"
    for row in parts.authorships:
        for record in filter(None, (row.author, row.school)):
            for language in INTERFACE_LANGUAGES:
                with translation.override(language):
                    yield str(record)


def facets(page: KnowledgePage, parts: MaterialParts) -> dict[str, tuple[str, ...]]:
    """Return the values by which lists are narrowed: codes of terms, slugs of records."""

    def codes(kind: str) -> tuple[str, ...]:
        return tuple(term.code for term in parts.terms[kind])

    suits = {
        "small-school": page.small_school,
        "combined-class": page.combined_class,
        "inclusive": page.inclusive,
    }
    return {
        "number": (page.number,),
        "type": (page.kind,),
        "language": (page.language,),
        "grade": codes("grade"),
        "subject": codes("subject"),
        "area": codes("area"),
        "level": codes("level"),
        "audience": codes("audience"),
        "form": codes("form"),
        "generalisation": codes("generalisation"),
        "suits": tuple(code for code, holds in suits.items() if holds),
        "tag": codes("tag"),
        "technology": tuple(dict.fromkeys(f"{number:04d}" for (number,) in _technologies(page.pk))),
        "author": tuple(dict.fromkeys(row.author.slug for row in parts.authorships if row.author)),
        "school": tuple(dict.fromkeys(row.school.slug for row in parts.authorships if row.school)),
    }
