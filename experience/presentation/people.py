"""Authors and schools of a material as links."""

from collections.abc import Iterable

from accounts.models import Author, School
from bilingual.pairs import choose
from experience.models import Authorship

_FOLDERS: dict[type, str] = {Author: "authors", School: "schools"}


def record_address(record: Author | School, language: str) -> str:
    """Return the address of a record's page under the prefix of `language`."""
    return f"/{language}/{_FOLDERS[type(record)]}/{record.slug}/"


def author_links(rows: Iterable[Authorship], language: str) -> list[dict[str, str]]:
    """Return the authors with their category at publication; `language` is that of the reader's addresses."""
    return [
        {
            "name": row.author.short_name,
            "url": record_address(row.author, language),
            "category": row.category.name if row.category else "",
            "lang": row.author.short_name.language,
        }
        for row in rows
        if row.author
    ]


def school_links(rows: Iterable[Authorship], language: str) -> list[dict[str, str]]:
    """Return each school once, in the order of the authors."""
    schools = {row.school.pk: row.school for row in rows if row.school}
    return [
        {"name": school.name, "url": record_address(school, language), "lang": school.name.language}
        for school in schools.values()
    ]


def authors_line(rows: Iterable[Authorship], language: str) -> str:
    """Return «Оспанова Л. М., Сергиенко О. П.» in `language`, as a reference begins."""
    names = []
    for row in rows:
        if row.author:
            names.append(row.author.citation_name(language))
        elif row.school:
            names.append(choose(row.school.name_kk, row.school.name_ru, language))
    return ", ".join(names)
