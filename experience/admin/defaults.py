"""What a new material proposes to the one who writes it."""

import calendar
from datetime import date
from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import init_new_page

from experience.models import KnowledgePage
from pages.models import DistrictSettings


@receiver(init_new_page)
def propose_responsibility(page: Page, **kwargs: Any) -> None:
    """Propose the writer as the responsible methodist, and a date of the next check.

    The language has no default on purpose: a wrong one would not be noticed.
    """
    if isinstance(page, KnowledgePage):
        page.responsible = page.owner
        page.review_by = months_after(
            timezone.localdate(), DistrictSettings.current().review_months
        )


def months_after(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
