"""Makers of test data with honest defaults: a complete material that the rules let be published."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, Site

from accounts.models import Author, QualificationCategory, School, User
from accounts.roles import set_up_roles
from experience.models import (
    Audience,
    Authorship,
    EducationLevel,
    ExperiencePage,
    GeneralisationLevel,
    Grade,
    GuideKind,
    GuidePage,
    KnowledgePage,
    NoveltyLevel,
    ResultRow,
    Reviewer,
    Subject,
    TechnologyPage,
)
from library.models import FileText, PortalDocument, PortalImage
from portal.models import ActPage, ActsPage, HomePage, SectionPage, TextPage

_number = count(1)

SECTIONS = {
    "experience": ("experience", "Педагогический опыт", "Педагогикалық тәжірибе"),
    "guide": ("guides", "Методические пособия", "Әдістемелік құралдар"),
    "technology": ("technologies", "Технологии", "Технологиялар"),
}


def term(model: type, code: str, name: str, **fields: Any) -> Any:
    """Return the term of a vocabulary, made at the first call."""
    return model.objects.get_or_create(
        code=code, defaults={"name_kk": name, "name_ru": name, **fields}
    )[0]


def grade(number: int) -> Grade:
    """Return a grade, 0–11."""
    return term(
        Grade,
        str(number),
        f"{number} класс",
        order=number,
        level=term(EducationLevel, "primary", "начальное"),
    )


def subject(
    code: str = "mathematics", name: str = "Математика", grades: Any = range(1, 7)
) -> Subject:
    """Return a subject that the given grades learn."""
    made = term(Subject, code, name)
    if not made.grades.exists():
        made.grades.set([grade(number) for number in grades])
    return made


def home() -> HomePage:
    """Return the home page, as the root of the only site."""
    if existing := HomePage.objects.first():
        return existing
    root = Page.get_first_root_node()
    page = root.add_child(
        instance=HomePage(
            title="Банк педагогического опыта", title_kk="Тәжірибе банкі", slug="bank"
        )
    )
    site = Site.objects.first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    else:
        site.root_page = page
        site.save()
    return page


def section(kind: str) -> SectionPage:
    """Return the section of a type of materials: "experience", "guide" or "technology"."""
    if existing := SectionPage.objects.filter(material_kind=kind).first():
        return existing
    slug, ru, kk = SECTIONS[kind]
    return home().add_child(
        instance=SectionPage(
            title=ru, title_kk=kk, label_ru=ru, label_kk=kk, slug=slug, material_kind=kind
        )
    )


def text(**fields: Any) -> TextPage:
    """Return a text of the cabinet in both languages."""
    values = {
        "title": "О кабинете",
        "title_kk": "Кабинет туралы",
        "body_ru": "<p>Русский</p>",
        "body_kk": "<p>Қазақша</p>",
    }
    return home().add_child(instance=TextPage(**values | fields))


def acts() -> ActsPage:
    """Return the library of local acts."""
    if existing := ActsPage.objects.first():
        return existing
    return home().add_child(instance=ActsPage(title="Акты", title_kk="Актілер", slug="acts"))


def act(**fields: Any) -> ActPage:
    """Return a local act in both languages."""
    values = {
        "title": "Положение",
        "title_kk": "Ереже",
        "number": "12",
        "date": date(2026, 9, 1),
        "signatory_ru": "Абенова",
        "signatory_kk": "Әбенова",
        "body_ru": "<p>1.1. Общие</p>",
        "body_kk": "<p>1.1. Жалпы</p>",
    }
    return acts().add_child(instance=ActPage(**values | fields))


def user(role: str = "", *, superuser: bool = False, **fields: Any) -> User:
    """Return a new user in the group of a role."""
    name = fields.pop("username", f"user{next(_number)}")
    person = User.objects.create_user(
        name,
        password=name,
        is_superuser=superuser,
        **{
            "email": f"{name}@example.kz",
            "first_name": "Айгүл",
            "last_name": "Жүнісова",
            **fields,
        },
    )
    if role:
        if not Group.objects.filter(name=role).exists():
            set_up_roles()
        person.groups.add(Group.objects.get(name=role))
    return person


def school(**fields: Any) -> School:
    """Return a new school."""
    number = next(_number)
    values = {
        "name_kk": f"№ {number} мектеп",
        "name_ru": f"Школа № {number}",
        "kind": School.Kind.SECONDARY,
        "languages": School.Languages.BOTH,
        "village_kk": "Ақжайлау",
        "village_ru": "Акжайлау",
    }
    return School.objects.create(**values | fields)


def author(**fields: Any) -> Author:
    """Return a new author with a school, a post and a category."""
    values = {
        "surname_kk": "Оспанова",
        "given_name_kk": "Ләйла",
        "surname_ru": "Оспанова",
        "given_name_ru": "Лейла",
        "patronymic_ru": "Маратовна",
        "post_kk": "мұғалім",
        "post_ru": "учитель начальных классов",
        "category": term(QualificationCategory, "expert", "педагог-эксперт"),
    }
    if "school" not in fields:
        values["school"] = school()
    return Author.objects.create(**values | fields)


def _place(page: KnowledgePage, kind: str, *, by: User | None, live: bool) -> Any:
    """Put a filled page into its section, save a revision by the user, and publish it if asked."""
    page.live = False
    section(kind).add_child(instance=page)
    revision = page.save_revision(user=by)
    if live:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def _common(number: int, **fields: Any) -> dict[str, Any]:
    values = {
        "title": f"Карточки самопроверки на уроке № {number}",
        "slug": f"material-{number}",
        "language": "ru",
        "summary": "Ученики сами проверяют решение задачи по карточкам из трёх шагов.",
        "generalisation_level": term(GeneralisationLevel, "district", "районный"),
        "generalisation_body": "Экспертный совет",
        "protocol_number": "4",
        "protocol_date": date(2026, 5, 20),
        "review_by": timezone.localdate() + timedelta(days=700),
        "license": "cc-by",
        "author_consent_on": date(2026, 5, 12),
        "literature": "Программа начальной школы",
    }
    if "responsible" not in fields:
        values["responsible"] = user()
    return values | fields


def _relations(page: KnowledgePage, authors: Any) -> None:
    page.education_levels = [term(EducationLevel, "primary", "начальное")]
    page.grades = [grade(3)]
    page.subjects = [subject()]
    page.audience = [term(Audience, "primary-teachers", "учителя начальных классов")]
    page.authorships = [
        Authorship(author=one) for one in (authors if authors is not None else [author()])
    ]


def experience(
    *, by: User | None = None, live: bool = False, authors: Any = None, **fields: Any
) -> ExperiencePage:
    """Return a complete experience: a draft with a revision of `by`, or live."""
    values = {
        "relevance": "<p>Решение задач списывалось, а не проверялось.</p>",
        "conditions": "<p>Сельская школа, 3 класс.</p>",
        "class_size": 14,
        "instruction_language": "ru",
        "equipment": "бумага, ножницы",
        "hours": Decimal("8.0"),
        "leading_idea": "Проверяет тот, кто решал.",
        "theory": "<p>Формирующее оценивание.</p>",
        "novelty_level": term(NoveltyLevel, "rationalising", "рационализаторский"),
        "novelty": "<p>Карточка даёт шаг, а не ответ.</p>",
        "aim": "Ученик находит свою ошибку.",
        "content": "<p>Три карточки на задачу.</p>",
        "methods": "самопроверка",
        "means": "карточки",
        "steps": [("step", {"title": "Разбор", "minutes": 10, "text": "<p>Читаем условие.</p>"})],
        "weekly_minutes": 30,
        "risks": "Карточки теряются.",
        "limitations": "Не для контрольной.",
        "transfer": "<p>Любой класс начальной школы.</p>",
        "conclusions": "<p>Ошибка становится заданием.</p>",
    }
    page = ExperiencePage(**_common(next(_number), **values | fields))
    _relations(page, authors)
    page.results = [
        ResultRow(
            indicator="Решили задачу сами",
            unit="%",
            before=Decimal("40.00"),
            after=Decimal("70.00"),
            pupils=14,
            how_measured="две работы",
            is_main=True,
        )
    ]
    return _place(page, "experience", by=by, live=live)


def guide(
    *, by: User | None = None, live: bool = False, authors: Any = None, **fields: Any
) -> GuidePage:
    """Return a complete guide: a draft with a revision of `by`, or live."""
    values = {
        "guide_kind": term(GuideKind, "recommendations", "методические рекомендации"),
        "aim": "Помочь составить проверочную работу.",
        "expected_result": "Работа готова за вечер.",
        "introduction": "<p>Для учителей начальных классов.</p>",
        "main_part": [("heading", "С чего начать"), ("text", "<p>С цели урока.</p>")],
    }
    page = GuidePage(**_common(next(_number), **values | fields))
    _relations(page, authors)
    page.reviewers = [Reviewer(name="Ткаченко Н. В.", post="методист")]
    return _place(page, "guide", by=by, live=live)


def technology(
    *, by: User | None = None, live: bool = False, authors: Any = None, **fields: Any
) -> TechnologyPage:
    """Return a complete technology: a draft with a revision of `by`, or live."""
    step = {"minutes": 10, "teacher": "Ставит вопрос.", "pupils": "Отвечают в паре."}
    values = {
        "technology_kind": "организация урока",
        "scale": "урок",
        "organisational_form": "группы",
        "prevailing_method": "самостоятельная работа",
        "concept": "<p>Каждый работает на своей станции.</p>",
        "principles": "Темп выбирает ученик",
        "aims": "Самостоятельность",
        "content": "<p>Четыре станции.</p>",
        "steps": [("step", {"title": f"Станция {number}", **step}) for number in (1, 2, 3)],
        "first_lesson": "<p>Две станции по двадцать минут.</p>",
        "cost_to_start": "бумага",
        "training_needed": "один открытый урок",
        "limits": "Не для классов больше тридцати.",
    }
    page = TechnologyPage(**_common(next(_number), **values | fields))
    _relations(page, authors)
    return _place(page, "technology", by=by, live=live)


def document(title: str = "Карточки", text: str = "Карточка 1") -> PortalDocument:
    """Return a text file in the library."""
    file = ContentFile(text.encode(), name="cards.txt")
    return PortalDocument.objects.create(title=title, file=file)


def read_document(pages: list[Any], kind: str = "pdf", **text: Any) -> PortalDocument:
    """Return a file whose text was read: pairs of a page number (or None) and its text."""
    made = PortalDocument(title="Карточки самопроверки для учеников")
    made.file.save("cards.pdf", ContentFile(b"cards"), save=False)
    made.text = FileText.objects.create(
        content_hash=f"{next(_number):040}",
        kind=kind,
        **{"state": FileText.State.READ, "pages": pages} | text,
    )
    made.save()
    return made


def picture(**fields: Any) -> PortalImage:
    """Return a small picture in the library that shows no pupils."""
    stored = BytesIO()
    Image.new("RGB", (20, 20)).save(stored, format="PNG")
    values = {"title": "Доска", "alt_kk": "Тақта", "alt_ru": "Доска"}
    return PortalImage.objects.create(
        file=ImageFile(BytesIO(stored.getvalue()), name="board.png"), **values | fields
    )
