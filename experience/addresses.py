"""The states of a permanent address: live while one of its pages is, withdrawn with a reason afterwards."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page

from experience.drafts import notes_a_draft
from experience.models import KnowledgePage, PermanentAddress

State = PermanentAddress.State

# In Kazakh and in Russian: readers of either meet them at the address of a material that is gone.
# Where nobody said why, they read that the reason was not given.
REASON_UNPUBLISHED = ("", "")
REASON_EXPIRED = ("Жариялау мерзімі аяқталды.", "Срок публикации истёк.")
REASON_DELETED = ("Материал жойылды.", "Материал удалён.")


def withdraw(
    address: PermanentAddress,
    *,
    reason_kk: str,
    reason_ru: str,
    successor: PermanentAddress | None = None,
    day: date | None = None,
) -> None:
    """Withdraw the address: its readers meet the date, the reason and the successor from now on."""
    address.state = State.WITHDRAWN
    address.withdrawn_on = day or timezone.localdate()
    address.reason_kk, address.reason_ru = reason_kk, reason_ru
    address.successor = successor
    address.save()


def make_live(address: PermanentAddress, title: str, language: str) -> None:
    """Let the address lead to its page again, and remember the title for the time after it."""
    wanted = {
        "state": State.LIVE,
        "title": title,
        "language": language,
        "withdrawn_on": None,
        "reason_kk": "",
        "reason_ru": "",
        "successor_id": None,
    }
    if any(getattr(address, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(address, name, value)
        address.save()


@receiver(post_save)
def follow_page(
    instance: Any,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **kwargs: Any,
) -> None:
    """Keep the address true to its page, whoever publishes, unpublishes or lets it expire.

    Without a sender, because Wagtail saves pages as plain `Page` when it moves or expires them.
    """
    if raw or notes_a_draft(update_fields) or not isinstance(instance, Page):
        return
    page = instance if isinstance(instance, KnowledgePage) else _material(instance)
    if page is None or page.address_id is None:
        return
    # Read afresh: the page may hold an address as it was before it was withdrawn.
    address = PermanentAddress.objects.get(pk=page.address_id)
    if page.live:
        make_live(address, page.title, page.language)
    else:
        _withdraw_if_last(address, REASON_EXPIRED if page.expired else REASON_UNPUBLISHED)


@receiver(post_delete)
def follow_deletion(instance: Any, **kwargs: Any) -> None:
    """The address of a deleted material is withdrawn, unless a translation of it is still live."""
    if isinstance(instance, KnowledgePage) and instance.address_id:
        _withdraw_if_last(PermanentAddress.objects.get(pk=instance.address_id), REASON_DELETED)


def _material(page: Page) -> KnowledgePage | None:
    if not issubclass(page.specific_class or Page, KnowledgePage):
        return None
    return KnowledgePage.objects.filter(pk=page.pk).first()


def _withdraw_if_last(address: PermanentAddress, reason: tuple[str, str]) -> None:
    """Withdraw a live address that no live page stands behind any more."""
    if address.state == State.LIVE and not address.pages.filter(live=True).exists():
        withdraw(address, reason_kk=reason[0], reason_ru=reason[1])
