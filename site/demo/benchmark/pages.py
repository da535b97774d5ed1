"""Which pages are measured, and how many queries each may take."""

from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Author, School
from demo.benchmark.served import as_never_before
from experience.models import ExperiencePage, GuidePage, KnowledgePage, Subject, Tag, TechnologyPage
from portal.models import ActPage, TextPage


@dataclass(frozen=True)
class MeasuredPage:
    """A kind of page: its address, and its bars in CPU milliseconds and queries."""

    name: str
    path: str
    milliseconds: float
    queries: int


def measured_pages() -> list[MeasuredPage]:
    """Return one page of each kind, taken from what the bank holds."""
    experience = ExperiencePage.objects.live().filter(results__isnull=False).order_by("pk")[0]
    technology = TechnologyPage.objects.live().order_by("pk")[0]
    guide = GuidePage.objects.live().order_by("pk")[0]
    author = Author.objects.filter(authorships__isnull=False).order_by("pk")[0]
    school = School.objects.filter(authorships__isnull=False).order_by("pk")[0]
    subject = Subject.objects.filter(code="mathematics").get()
    text = TextPage.objects.live().order_by("pk")[0]
    act = ActPage.objects.live().order_by("pk")[0]
    selected = ",".join(page.number for page in (experience, technology, guide))
    tag = Tag.objects.filter(tagged_materials__isnull=False).order_by("pk")[0]
    return [
        MeasuredPage("material: experience", address_of(experience), 6, 5),
        MeasuredPage("material: technology", address_of(technology), 6, 5),
        MeasuredPage("material: guide", address_of(guide), 6, 5),
        MeasuredPage("listing of 20", "/ru/experience/", 8, 8),
        MeasuredPage("listing, filtered", "/kk/experience/?grade=5&language=kk", 8, 8),
        MeasuredPage("home", "/kk/", 14, 8),
        MeasuredPage("author", f"/ru/authors/{author.slug}/", 14, 8),
        MeasuredPage("school", f"/ru/schools/{school.slug}/", 14, 8),
        MeasuredPage("subject", f"/ru/subjects/{subject.code}/", 14, 8),
        MeasuredPage("tag", f"/kk/tags/{tag.slug}/", 14, 8),
        MeasuredPage("authors", "/kk/authors/", 14, 8),
        MeasuredPage("schools", "/ru/schools/", 14, 8),
        MeasuredPage("subjects", "/kk/subjects/", 14, 8),
        MeasuredPage("text", f"/ru/{text.slug}/", 14, 8),
        MeasuredPage("act", f"/kk/{act.url_path.split('/', 2)[2]}", 14, 8),
        MeasuredPage("accessibility statement", "/ru/accessibility/", 14, 8),
        MeasuredPage("selection", f"/kk/selection/?m={selected}", 14, 8),
        MeasuredPage("search, frequent word", "/ru/search/?q=урок", 14, 8),
        MeasuredPage("search, two words", "/kk/search/?q=сабақ+жоспары", 14, 8),
    ]


def address_of(page: KnowledgePage) -> str:
    """Return where a material stands in its own language."""
    return f"/{page.language}/{page.url_path.split('/', 2)[2]}"


def query_count(path: str) -> int:
    """Return how many queries of the content database a page takes once the process is warm."""
    client = Client(headers={"host": "127.0.0.1"})
    client.get(as_never_before(path))
    with CaptureQueriesContext(connection) as queries:
        response = client.get(as_never_before(path))
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    return len(queries)
