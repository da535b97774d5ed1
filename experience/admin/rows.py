"""What the lists of the CMS show of materials, read for a whole page of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from experience.models import Authorship, KnowledgePage
from experience.presentation.formats import grade_range

LANGUAGES = {"kk": gettext_lazy("Kaz."), "ru": gettext_lazy("Rus.")}

LIVE = "live"
CHANGED = "changed"
DRAFT = "draft"
AWAITING = "awaiting"
SCHEDULED = "scheduled"
WITHDRAWN = "withdrawn"
STATES = {
    LIVE: gettext_lazy("published"),
    CHANGED: gettext_lazy("published, with changes in a draft"),
    AWAITING: gettext_lazy("awaiting publication"),
    SCHEDULED: gettext_lazy("scheduled"),
    DRAFT: gettext_lazy("draft"),
    WITHDRAWN: gettext_lazy("withdrawn"),
}


class MaterialRow:
    """The cells of one material, as text."""

    def __init__(self, page: KnowledgePage) -> None:
        self.page = page
        self.subject_names: list[str] = []
        self.grade_numbers: list[int] = []
        self.author_names: list[str] = []

    @property
    def subjects(self) -> str:
        """Subjects, or areas without a subject."""
        return ", ".join(self.subject_names)

    @property
    def grades(self) -> str:
        """«1–4, 7», or a dash for what does not depend on a grade."""
        return grade_range(self.grade_numbers) or ("—" if self.page.not_by_grade else "")

    @property
    def authors(self) -> str:
        """Authors in their order."""
        return ", ".join(self.author_names)

    @property
    def language(self) -> str:
        """The language of the text, in short."""
        return str(LANGUAGES[self.page.language])

    @property
    def state(self) -> str:
        """The state in words."""
        return str(STATES[state_of(self.page)])

    @property
    def responsible(self) -> str:
        """The methodist who answers for the material."""
        return str(self.page.responsible or "")

    @property
    def is_overdue(self) -> bool:
        """Whether a published material has not been looked through in time."""
        day = self.page.review_by
        return self.page.live and day is not None and day < timezone.localdate()


def state_of(page: KnowledgePage) -> str:
    """Return the state of a page; needs no query when workflow states were prefetched."""
    if page.workflow_in_progress:
        return AWAITING
    if page.live:
        return CHANGED if page.has_unpublished_changes else LIVE
    if page.approved_schedule:
        return SCHEDULED
    return WITHDRAWN if page.first_published_at else DRAFT


def attach_rows(pages: Sequence[Any]) -> None:
    """Give each page its `row`, in four queries whatever the number of pages."""
    rows = {page.pk: MaterialRow(page) for page in pages}
    for name in ("subjects", "areas"):
        for page_id, names in _terms(name, rows).items():
            rows[page_id].subject_names += [term.name for term in names]
    for page_id, grades in _terms("grades", rows).items():
        rows[page_id].grade_numbers = [term.number for term in grades]
    authorships = Authorship.objects.filter(page_id__in=rows).select_related("author", "school")
    for authorship in authorships.order_by("page_id", "sort_order"):
        rows[authorship.page_id].author_names.append(authorship_name(authorship))
    for page in pages:
        page.row = rows[page.pk]


def authorship_name(authorship: Authorship) -> str:
    """Return the short name of an author, or the name of the school that is one."""
    if authorship.author:
        return authorship.author.short_name
    return authorship.school.name if authorship.school else _("nobody")


def _terms(name: str, page_ids: Iterable[int]) -> dict[int, list[Any]]:
    """Return the terms of a many-to-many field by page."""
    field: Any = KnowledgePage._meta.get_field(name)
    target = field.remote_field.model._meta.model_name
    links: QuerySet = field.remote_field.through.objects.filter(
        knowledgepage_id__in=list(page_ids)
    ).select_related(target)
    found = defaultdict(list)
    for link in links.order_by(f"{target}__order", f"{target}__sort_ru"):
        found[link.knowledgepage_id].append(getattr(link, target))
    return found
