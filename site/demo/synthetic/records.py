"""Records that synthetic materials lean on: terms, tags, and schools and authors of their own."""

from dataclasses import dataclass
from typing import Any, Self

from accounts.models import Author, QualificationCategory, School, User
from demo.synthetic.writing import words
from demo.tags import Tags
from experience.models import (
    Audience,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    GuideKind,
    NoveltyLevel,
    Subject,
)
from portal.models import SectionPage

PREFIX = "synthetic-"
KINDS = ("technology", "guide", "experience")


class BankError(Exception):
    """The database lacks what a bank needs; the message says what to run first."""


@dataclass(frozen=True)
class Records:
    """Everything a synthetic material may point to."""

    sections: dict[str, SectionPage]
    grades: dict[str, Grade]
    subjects: dict[str, tuple[Subject, list[Grade]]]
    audiences: list[Audience]
    forms: list[FormOfWork]
    guide_kinds: list[GuideKind]
    novelty_levels: list[NoveltyLevel]
    generalisation_levels: list[GeneralisationLevel]
    authors: list[Author]
    responsible: User
    tags: Tags

    @classmethod
    def prepared(cls) -> Self:
        """Read the terms and sections, make the schools, authors and tags that are missing.

        Raises BankError where vocabularies or sections are not there.
        """
        sections = {section.material_kind: section for section in SectionPage.objects.all()}
        codes = [row["code"] for row in words()["subjects"]]
        subjects = Subject.objects.filter(code__in=codes).prefetch_related("grades")
        if set(sections) != set(KINDS) or len(subjects) != len(codes):
            raise BankError("Run seed_demo first: sections or vocabularies are missing.")
        return cls(
            sections=sections,
            grades={grade.code: grade for grade in Grade.objects.select_related("level")},
            subjects={subject.code: (subject, list(subject.grades.all())) for subject in subjects},
            audiences=list(Audience.objects.all()),
            forms=list(FormOfWork.objects.all()),
            guide_kinds=list(GuideKind.objects.all()),
            novelty_levels=list(NoveltyLevel.objects.all()),
            generalisation_levels=list(GeneralisationLevel.objects.all()),
            authors=_authors(_schools()),
            responsible=_responsible(),
            tags=Tags(words()["tags"]),
        )


def _responsible() -> User:
    """Return the account that answers for synthetic materials; nobody can sign in to it."""
    user, made = User.objects.get_or_create(
        username=f"{PREFIX}methodist", defaults={"is_active": False, "last_name": "Synthetic"}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def _schools() -> list[School]:
    return [
        _record(
            School,
            f"{PREFIX}school-{number}",
            name_kk=f"{village['kk']} ауылының орта мектебі",
            name_ru=f"Средняя школа села {village['ru']}",
            kind=School.Kind.SECONDARY,
            is_small=number % 2 == 0,
            languages=School.Languages.BOTH,
            village_kk=f"{village['kk']} ауылы",
            village_ru=f"село {village['ru']}",
        )
        for number, village in enumerate(words()["villages"], start=1)
    ]


def _authors(schools: list[School]) -> list[Author]:
    categories = list(QualificationCategory.objects.all())
    authors = []
    for number, person in enumerate(words()["people"], start=1):
        names = {
            f"{part}_{language}": name
            for language in ("kk", "ru")
            for part, name in zip(
                ("surname", "given_name", "patronymic"), person[language], strict=True
            )
        }
        authors.append(
            _record(
                Author,
                f"{PREFIX}author-{number}",
                **names,
                post_kk="мұғалім",
                post_ru="учитель",
                school=schools[number % len(schools)],
                category=categories[number % len(categories)],
            )
        )
    return authors


def _record(model: type[Any], slug: str, **fields: Any) -> Any:
    record, _created = model.objects.get_or_create(slug=slug, defaults=fields)
    return record
