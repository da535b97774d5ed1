"""A material, its authors and schools as things of schema.org, for programs that read the web.

Source of names and of the types of values: https://schema.org/LearningResource, whose properties of
learning come from LRMI. A test holds them to the vocabulary itself.
"""

from typing import Any

from accounts.models import Author, School
from experience.models import Authorship, KnowledgePage
from experience.reading import MaterialParts
from pages.models import DistrictSettings
from pages.structured import Thing, thing
from search.addresses import absolute

from . import formats
from .addresses import number_address
from .metadata import LICENSES, change_day, publication_day
from .people import record_address
from .sections import lines
from .steps import total_minutes

SCHOOL_TYPES: dict[str, str] = {
    School.Kind.KINDERGARTEN: "Preschool",
    School.Kind.PRIMARY: "ElementarySchool",
    School.Kind.ADDITIONAL: "EducationalOrganization",
}


def learning_resource(
    page: KnowledgePage, parts: MaterialParts, district: DistrictSettings
) -> Thing:
    """Return the material in the active language, which is its own."""
    address = absolute(number_address(page.address_id)) if page.address_id else ""
    kind = parts.one("guide_kind")
    return thing(
        "LearningResource",
        url=address,
        identifier=page.number,
        name=page.title,
        description=page.summary,
        inLanguage=page.language,
        learningResourceType=kind.name if kind else str(page._meta.verbose_name),
        educationalLevel=[
            *(term.name for term in parts.terms["level"]),
            formats.grades(parts.grade_numbers()),
        ],
        about=[
            thing("Thing", name=term.name)
            for term in (*parts.terms["subject"], *parts.terms["area"])
        ],
        teaches=_outcomes(page),
        timeRequired=_time(page),
        audience=_audience(parts),
        author=[_author(row, page.language) for row in parts.authorships],
        publisher=cabinet(district),
        isPartOf=absolute(f"/{page.language}/"),
        isBasedOn=[
            absolute(number_address(number))
            for number in sorted({linked.address_id for linked in parts.linked})
        ],
        license=LICENSES.get(page.license, ""),
        isAccessibleForFree=True,
        datePublished=_iso(publication_day(page)),
        dateModified=_iso(change_day(page)),
        keywords=[term.name for term in parts.terms["tag"]],
    )


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def _audience(parts: MaterialParts) -> Thing | None:
    roles = [term.name for term in parts.terms["audience"]]
    return thing("EducationalAudience", educationalRole=roles) if roles else None


def _outcomes(page: KnowledgePage) -> list[str]:
    """Return what is learned: aims in words, and codes of the programme."""
    aims = getattr(page, "aim", "") or getattr(page, "aims", "")
    return [*lines(aims), *filter(None, map(str.strip, page.learning_objectives.split(",")))]


def _time(page: KnowledgePage) -> str:
    """Return the hours of an experience or the minutes of a technology's lesson: «PT8H30M»; "" where unknown."""
    if hours := getattr(page, "hours", None):
        minutes = round(hours * 60)
    elif page.kind == "technology":
        minutes = total_minutes(getattr(page, "steps", []))
    else:
        minutes = 0
    whole, rest = divmod(minutes, 60)
    return f"PT{f'{whole}H' if whole else ''}{f'{rest}M' if rest else ''}" if minutes else ""


def _author(row: Authorship, language: str) -> Thing:
    """Return an author with the school at publication, or the school that is the author."""
    if row.author is None:
        return school(row.school, language) if row.school else {}
    found = person(row.author, language)
    if row.school:
        found["affiliation"] = thing(school_type(row.school), name=row.school.name)
    return found


def person(author: Author, language: str) -> Thing:
    """Return an author by name and page; a group is an organisation."""
    kind = "Organization" if author.kind == Author.Kind.GROUP else "Person"
    return thing(kind, name=author.full_name, url=absolute(record_address(author, language)))


def school_type(record: School) -> str:
    """Return the type of schema.org for a school."""
    return SCHOOL_TYPES.get(record.kind, "School")


def school(record: School, language: str) -> Thing:
    """Return a school by name and page."""
    return thing(
        school_type(record), name=record.name, url=absolute(record_address(record, language))
    )


def cabinet(district: DistrictSettings) -> Thing:
    """Return the methodical cabinet, which publishes the bank."""
    name = ", ".join(filter(None, (district.cabinet, district.district)))
    return thing("Organization", name=name)
