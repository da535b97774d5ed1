"""Materials of the demo district, published through the same path as an editor's."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import Author, School, User
from demo.attachments import Library
from demo.content import Content, Material, Values
from demo.fields import fields_of, published_at
from demo.numbers import continue_numbers
from demo.tags import Tags
from demo.value_checks import ContentError
from experience.models import (
    Area,
    Audience,
    Authorship,
    EducationLevel,
    ExperiencePage,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    GuideKind,
    GuideLink,
    GuidePage,
    KnowledgePage,
    MaterialFile,
    MaterialPicture,
    NoveltyLevel,
    PermanentAddress,
    ResultRow,
    Reviewer,
    Subject,
    TechnologyPage,
    TechnologyUse,
)
from portal.models import SectionPage

PAGES: dict[str, type[KnowledgePage]] = {
    "experience": ExperiencePage,
    "guide": GuidePage,
    "technology": TechnologyPage,
}
# What others link to is published first.
ORDER = ("technology", "guide", "experience")


@dataclass(frozen=True)
class People:
    """Who stands behind the materials, by the keys of the content."""

    schools: dict[str, School]
    authors: dict[str, Author]
    staff: dict[str, User]


def seed_materials(
    content: Content,
    sections: dict[str, SectionPage],
    people: People,
    library: Library,
    progress: Callable[[str], None],
) -> int:
    """Create or update every material and publish it; return how many there are.

    All pages are made as drafts first, so that links between them lead somewhere. Raises
    ContentError with file and field where the rules of publication refuse a material.
    """
    tags = Tags(content.tags)
    materials = sorted(content.materials, key=lambda m: (ORDER.index(m.values["type"]), str(m)))
    pages = {
        (material.stem, material.language): _draft(material, sections[material.values["type"]])
        for material in materials
    }
    continue_numbers()
    for place, material in enumerate(materials, start=1):
        page = pages[material.stem, material.language]
        try:
            _fill(page, material, content, pages, people, library, tags)
            _publish(page, material, people)
        except ValidationError as error:
            raise ContentError(f"{material}: {_said(error)}") from error
        progress(f"{place}/{len(materials)} № {page.number} {page.title}")
    return len(materials)


def _draft(material: Material, section: SectionPage) -> KnowledgePage:
    """Return the page of the material, a new draft where there is none yet.

    Raises ContentError where the number belongs to another material.
    """
    values = material.values
    model = PAGES[values["type"]]
    number, slug = values["number"], slug_of(material)
    address, _created = PermanentAddress.objects.get_or_create(
        number=number, defaults={"allocated_at": published_at(values)}
    )
    held = KnowledgePage.objects.filter(address=address)
    page = held.filter(language=material.language).first()
    if any(other.specific_class is not model for other in held) or (page and page.slug != slug):
        raise ContentError(f"{material}: № {number:04d} belongs to another material")
    if page:
        return page.specific
    page = model(
        title=values["title"],
        slug=slug,
        language=material.language,
        address=address,
        live=False,
        first_published_at=published_at(values),
    )
    section.add_child(instance=page)
    return page


def slug_of(material: Material) -> str:
    """Return the address of the page: a translation stands beside its original in one section."""
    slug = material.values["slug"]
    return slug if material.is_original else f"{slug}-{material.language}"


def _fill(
    page: KnowledgePage,
    material: Material,
    content: Content,
    pages: dict[tuple[str, str], KnowledgePage],
    people: People,
    library: Library,
    tags: Tags,
) -> None:
    """Set every field and row of the page from the material's file."""
    values = material.values
    for name, value in fields_of(values).items():
        setattr(page, name, value)
    page.owner = page.responsible = people.staff[values["responsible"]]
    page.generalisation_level = GeneralisationLevel.objects.get(code=values["generalisation_level"])
    page.education_levels.set(_terms(EducationLevel, values["education_levels"]))
    page.grades.set(_terms(Grade, values.get("grades")))
    page.subjects.set(_terms(Subject, values.get("subjects")))
    page.areas.set(_terms(Area, values.get("areas")))
    page.audience.set(_terms(Audience, values["audience"]))
    page.forms_of_work.set(_terms(FormOfWork, values.get("forms_of_work")))
    page.tags.set([tags.named(name, material.language) for name in values["tags"]])
    _set_rows(page, "authorships", (_authorship(key, people) for key in values["authors"]))
    _set_rows(page, "files", _files(values, content, library))
    _set_rows(page, "pictures", _pictures(values, content, library))

    def linked(key: str) -> Iterable[KnowledgePage]:
        return (_in_language(pages, stem, material.language) for stem in values.get(key) or [])

    _set_rows(page, "guide_links", (GuideLink(guide=guide) for guide in linked("guides")))
    if isinstance(page, ExperiencePage):
        page.novelty_level = NoveltyLevel.objects.get(code=values["novelty_level"])
        _set_rows(page, "results", (_result(row) for row in values["results"]))
        uses = (TechnologyUse(technology=technology) for technology in linked("technologies"))
        _set_rows(page, "technology_uses", uses)
    if isinstance(page, GuidePage):
        page.guide_kind = GuideKind.objects.get(code=values["kind"])
        _set_rows(page, "reviewers", (Reviewer(**row) for row in values["reviewers"]))
        guide_file = values.get("guide_file")
        page.guide_file = (
            library.document(content.attachment(guide_file), title=values["title"])
            if guide_file
            else None
        )


def _publish(page: KnowledgePage, material: Material, people: People) -> None:
    """Publish the page as its responsible methodist wrote it; another person of the cabinet publishes."""
    moment = published_at(material.values)
    author = people.staff[material.values["responsible"]]
    page.first_published_at = moment
    revision = page.save_revision(user=author, clean=False)
    publisher = next(
        user for user in people.staff.values() if page.permissions_for_user(user).can_publish()
    )
    revision.publish(user=publisher)
    # A bank with a history: its materials were not all published on the day of the seeding.
    type(page).objects.filter(pk=page.pk).update(
        last_published_at=moment, latest_revision_created_at=moment
    )
    type(revision).objects.filter(pk=revision.pk).update(created_at=moment)


def _terms(model: type[Any], codes: list[Any] | None) -> list[Any]:
    found = {
        term.code: term for term in model.objects.filter(code__in=[str(c) for c in codes or []])
    }
    return [found[str(code)] for code in codes or []]


def _set_rows(page: KnowledgePage, relation: str, rows: Iterable[Any]) -> None:
    """Replace the child rows of the page, each checked as a form would check it."""
    ordered = list(rows)
    for place, row in enumerate(ordered):
        row.sort_order = place
        try:
            row.clean_fields(exclude=["page"])
        except ValidationError as error:
            raise ValidationError({relation: f"{place + 1}: {_said(error)}"}) from error
    getattr(page, relation).set(ordered)


def _authorship(key: str, people: People) -> Authorship:
    if key.startswith("school:"):
        return Authorship(school=people.schools[key.removeprefix("school:")])
    return Authorship(author=people.authors[key])


def _files(values: Values, content: Content, library: Library) -> Iterable[MaterialFile]:
    for row in values.get("files") or []:
        document = library.document(content.attachment(row["file"]), title=row["title"])
        yield MaterialFile(document=document, title=row["title"])


def _pictures(values: Values, content: Content, library: Library) -> Iterable[MaterialPicture]:
    for row in values.get("pictures") or []:
        image = library.picture(
            content.picture(row["image"]),
            title=row["caption"],
            alt_kk=row["alt_kk"],
            alt_ru=row["alt_ru"],
        )
        yield MaterialPicture(image=image, caption=row["caption"])


def _result(row: Values) -> ResultRow:
    """Return a row of results; numbers go through text, so that 4.2 stays 4.2."""
    numbers = {
        name: None if row.get(name) is None else str(row[name])
        for name in ("before", "after", "full_scale")
    }
    names = ("indicator", "unit", "period", "pupils", "how_measured")
    return ResultRow(
        **numbers,
        **{name: row[name] for name in names},
        less_is_better=bool(row.get("less_is_better")),
        is_main=bool(row.get("main")),
    )


def _in_language(
    pages: dict[tuple[str, str], KnowledgePage], stem: str, language: str
) -> KnowledgePage:
    """Return the page of the stem in the language, or in the one it has."""
    other = "ru" if language == "kk" else "kk"
    return pages.get((stem, language)) or pages[stem, other]


def _said(error: ValidationError) -> str:
    """Return the messages of the error with their fields in one line."""
    if hasattr(error, "error_dict"):
        return "; ".join(
            f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items()
        )
    return " ".join(error.messages)
