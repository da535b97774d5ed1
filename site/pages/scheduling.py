"""Scheduled publishing and expiry, page by page: one page that fails holds up no other.

Wagtail's own `publish_scheduled` stops at the first page that fails.
"""

import logging
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


def expire_due(now: datetime | None = None) -> int:
    """Unpublish the pages whose time is over, oldest first; return their number."""
    due = Page.objects.live().filter(expire_at__lt=now or timezone.now()).order_by("expire_at")
    expired = 0
    for pk in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            page = Page.objects.get(pk=pk).specific
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        expired += 1
    return expired


def publish_due(now: datetime | None = None) -> tuple[int, list[int]]:
    """Publish the revisions whose time has come, in their order.

    Return how many went live and the ids of the revisions that were refused; each refusal is logged.
    A refused revision stays scheduled, so that it goes live once an editor has mended it.
    """
    due = Revision.objects.filter(approved_go_live_at__lt=now or timezone.now())
    published, refused = 0, []
    for pk in list(due.order_by("approved_go_live_at").values_list("pk", flat=True)):
        revision = Revision.objects.get(pk=pk)
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except (ValidationError, PermissionDenied) as refusal:
            logger.warning(
                "Scheduled revision %s (%s) was refused: %s", pk, revision.object_str, refusal
            )
            refused.append(pk)
        else:
            published += 1
    return published, refused
