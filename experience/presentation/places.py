"""Where a technology works in the district: experiences that use it, with their main results."""

from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from experience.models import Authorship, ExperiencePage, ResultRow, TechnologyPage

from . import formats
from .addresses import page_address
from .results import main_row, share


def place_rows(technology: TechnologyPage, language: str) -> list[dict[str, Any]]:
    """Return one row an experience, in the reader's language where it exists, newest first.

    A use named in either language of the technology or of the experience counts for both.
    """
    experiences = (
        ExperiencePage.objects.published()
        .filter(technology_uses__technology__address_id=technology.address_id)
        .distinct()
        .order_by("-first_published_at")
        .prefetch_related(
            Prefetch("results", queryset=ResultRow.objects.order_by("sort_order")),
            Prefetch("authorships", queryset=Authorship.objects.select_related("school")),
        )
    )
    chosen: dict[int, ExperiencePage] = {}
    for page in experiences:
        if page.address_id not in chosen or page.language == language:
            chosen[page.address_id] = page
    return [_row(page, language) for page in chosen.values()]


def _row(page: ExperiencePage, language: str) -> dict[str, Any]:
    row = main_row(list(page.results.all()))
    school = next((authorship.school for authorship in page.authorships.all() if authorship.school), None)
    published = page.first_published_at or timezone.now()
    numeric = row is not None and row.before is not None and row.after is not None
    return {
        "title": page.title,
        "url": page_address(page.url_path, language),
        "lang": page.language,
        "indicator": formats.figure_label(row) if row else "",
        "school": school.name if school else "",
        "year": timezone.localtime(published).year,
        "before": formats.value_of(row, row.before) if numeric else "",
        "after": formats.value_of(row, row.after) if numeric else "",
        "before_share": share(row, row.before) if numeric else 0,
        "after_share": share(row, row.after) if numeric else 0,
        "pupils": formats.pupils(row.pupils) if row and row.pupils else "",
    }
