"""Query sets of materials by meaning."""

from typing import Self

from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class MaterialQuerySet(PageQuerySet):
    """Materials by their state and what they are about."""

    def published(self) -> Self:
        """Live materials that everybody may read."""
        return self.live().public()

    def overdue(self) -> Self:
        """Live materials whose review-by date has passed."""
        return self.live().filter(review_by__lt=timezone.localdate())


MaterialManager = PageManager.from_queryset(MaterialQuerySet)
