"""Everything that stands around a material, read in a handful of queries.

The tables are read past modelcluster's managers; a preview reads its unsaved rows from the instance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from bilingual.pairs import BilingualText, choose
from experience.material_terms import MANY_TERMS, SINGLE_TERMS, TERMS, in_order
from experience.models import (
    Authorship,
    GuideLink,
    KnowledgePage,
    MaterialFile,
    ResultRow,
    Reviewer,
    TechnologyUse,
)
from experience.pictures import RENDITIONS, Picture, picture_of, shown_pictures
from pages.prepared import PreparedQuery
from pages.prepared_together import PreparedTogether


@dataclass(frozen=True)
class TermFact:
    """A term of a material: code and names."""

    code: str
    name_kk: str
    name_ru: str

    @property
    def name(self) -> BilingualText:
        """The name in the active language."""
        return choose(self.name_kk, self.name_ru)


@dataclass(frozen=True)
class LinkedPage:
    """A material that this one is linked with."""

    pk: int
    kind: str
    title: str
    language: str
    url_path: str
    address_id: int


@dataclass
class MaterialParts:
    """What surrounds a material. `terms` by kind: subject, area, grade, level, audience, form, tag, …"""

    terms: dict[str, list[TermFact]] = field(default_factory=lambda: defaultdict(list))
    authorships: list[Authorship] = field(default_factory=list)
    files: list[MaterialFile] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    results: list[ResultRow] = field(default_factory=list)
    reviewers: list[Reviewer] = field(default_factory=list)
    linked: list[LinkedPage] = field(default_factory=list)
    translations: list[LinkedPage] = field(default_factory=list)

    def grade_numbers(self) -> list[int]:
        """Numbers of the grades, 0–11."""
        return [int(term.code) for term in self.terms["grade"]]

    def one(self, kind: str) -> TermFact | None:
        """The only term of a kind, or None."""
        return self.terms[kind][0] if self.terms[kind] else None


_authorships = PreparedQuery(
    lambda page_id: Authorship.objects.filter(page_id=page_id).select_related(
        "author", "school", "category"
    ),
    int,
)
_files = PreparedQuery(
    lambda page_id: (
        MaterialFile.objects.filter(page_id=page_id)
        .select_related("document__text")
        # It may be a million letters.
        .defer("document__text__pages")
    ),
    int,
)
_results = PreparedQuery(lambda page_id: ResultRow.objects.filter(page_id=page_id), int)
_reviewers = PreparedQuery(lambda page_id: Reviewer.objects.filter(page_id=page_id), int)


def _linked_queryset(address_id: int, page_id: int) -> QuerySet[KnowledgePage, Any]:
    technologies = TechnologyUse.objects.filter(page=page_id)
    guides = GuideLink.objects.filter(page=page_id)
    return (
        KnowledgePage.objects.live()
        .filter(
            Q(address_id=address_id)
            | Q(address_id__in=technologies.values("technology__address_id"))
            | Q(address_id__in=guides.values("guide__address_id"))
        )
        .exclude(pk=page_id)
        .order_by("title")
        .values_list("pk", "content_type_id", "title", "language", "url_path", "address_id", "path")
    )


_linked = PreparedQuery(_linked_queryset, int, int)

_parts = PreparedTogether(_authorships, _files, TERMS, _results, _reviewers, RENDITIONS, _linked)


def read_parts(
    page: KnowledgePage, is_restricted: Callable[[str], bool], *, preview: bool = False
) -> MaterialParts:
    """Return what surrounds `page`, from its tables or, in a preview, from the unsaved instance.

    `is_restricted` says of a tree path whether not everybody may read the page there.
    """
    return _from_instance(page) if preview else _from_tables(page, is_restricted)


def _from_tables(page: KnowledgePage, is_restricted: Callable[[str], bool]) -> MaterialParts:
    own = (page.pk,)
    authorships, files, terms, results, reviewers, renditions, linked_rows = _parts(
        own, own, own, own, own, own, (page.address_id, page.pk)
    )
    parts = MaterialParts(
        authorships=authorships,
        files=files,
        pictures=shown_pictures(renditions),
        results=results,
        reviewers=reviewers,
    )
    for kind, code, name_kk, name_ru, _order in in_order(terms):
        parts.terms[kind].append(TermFact(code, name_kk, name_ru))
    for linked in _linked_pages(linked_rows, is_restricted):
        same = linked.address_id == page.address_id
        (parts.translations if same else parts.linked).append(linked)
    return parts


def _linked_pages(
    rows: Iterable[tuple[Any, ...]], is_restricted: Callable[[str], bool]
) -> list[LinkedPage]:
    """Return used technologies and guides in every language they exist in, and translations of the page."""
    return [
        LinkedPage(pk, kind_of(type_id), title, language, url_path, address)
        for pk, type_id, title, language, url_path, address, path in rows
        if not is_restricted(path)
    ]


def kind_of(content_type_id: int) -> str:
    """Return "experience", "guide" or "technology" for the content type of a material."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    return getattr(model, "kind", "")


def _from_instance(page: KnowledgePage) -> MaterialParts:
    parts = MaterialParts(
        authorships=list(page.authorships.all()),
        files=list(page.files.all()),
        pictures=[picture_of(row) for row in page.pictures.all()],
    )
    for kind, (_model, attribute) in MANY_TERMS.items():
        parts.terms[kind] = [_fact(term) for term in getattr(page, attribute).all()]
    for kind, (_model, attribute) in SINGLE_TERMS.items():
        if term := getattr(page, attribute, None):
            parts.terms[kind] = [_fact(term)]
    parts.terms["tag"] = [
        TermFact(tag.slug, tag.name_kk or tag.name, tag.name_ru or tag.name)
        for tag in page.tags.all()
    ]
    parts.results = _rows(page, "results")
    parts.reviewers = _rows(page, "reviewers")
    for row in [*_rows(page, "technology_uses"), *_rows(page, "guide_links")]:
        linked = getattr(row, "technology", None) or getattr(row, "guide", None)
        if linked is not None and linked.live:
            parts.linked.append(
                LinkedPage(
                    linked.pk,
                    linked.kind,
                    linked.title,
                    linked.language,
                    linked.url_path,
                    linked.address_id,
                )
            )
    return parts


def _rows(page: KnowledgePage, relation: str) -> list[Any]:
    return list(getattr(page, relation).all()) if hasattr(page, relation) else []


def _fact(term: Any) -> TermFact:
    return TermFact(term.code, term.name_kk, term.name_ru)


def in_readers_language(pages: list[LinkedPage], language: str) -> list[LinkedPage]:
    """Return one page a material: the one in `language` where it exists."""
    chosen: dict[int, LinkedPage] = {}
    for page in pages:
        if page.address_id not in chosen or page.language == language:
            chosen[page.address_id] = page
    return list(chosen.values())
