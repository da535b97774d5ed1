"""What is written to the change log of the search, within the transaction that changes the content."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from accounts.models import Author, QualificationCategory, School
from experience.drafts import notes_a_draft
from experience.models import KnowledgePage, Tag, TechnologyPage
from library.models import Consent, PortalImage
from records.merging import Mergeable
from records.terms import Term
from search.changes import record, record_everything, record_subtree, record_words
from search.documents import page_key


@receiver(post_save)
def record_saved_page(
    instance: Any,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **kwargs: Any,
) -> None:
    """A material was saved; Wagtail also saves pages as plain `Page` (moves, expiry)."""
    if raw or notes_a_draft(update_fields):
        return
    if isinstance(instance, KnowledgePage):
        record(page_key(instance.pk))
    elif type(instance) is Page:
        record_subtree(instance.url_path)


@receiver(pre_delete)
def record_deleted_page(instance: Any, **kwargs: Any) -> None:
    """A page is deleted, with everything below it."""
    if isinstance(instance, Page):
        record_subtree(instance.url_path)


@receiver(page_slug_changed)
def record_changed_slug(instance: Page, instance_before: Page, **kwargs: Any) -> None:
    """A slug was changed: everything below the page has another address."""
    record_subtree(instance_before.url_path)
    record_subtree(instance.url_path)


@receiver(post_page_move)
def record_move(url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """A page was moved with everything below it."""
    record_subtree(url_path_before)
    record_subtree(url_path_after)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def record_restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Readers of a whole subtree changed."""
    record_subtree(instance.page.url_path)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def record_restriction_groups(instance: Any, **kwargs: Any) -> None:
    """Groups of a restriction changed."""
    if isinstance(instance, PageViewRestriction):
        record_subtree(instance.page.url_path)


@receiver(pre_delete, sender=Group)
def record_deleted_group(instance: Group, **kwargs: Any) -> None:
    """A group is deleted: restrictions lose it without a signal of theirs."""
    for restriction in PageViewRestriction.objects.filter(groups=instance).select_related("page"):
        record_subtree(restriction.page.url_path)


@receiver(pre_delete, sender=Tag)
def record_deleted_tag(instance: Tag, **kwargs: Any) -> None:
    """A tag is deleted: afterwards nothing says which materials had it."""
    _record_pages(KnowledgePage.objects.filter(tagged_items__tag=instance))


@receiver(pre_delete, sender=TechnologyPage)
def record_deleted_technology(instance: TechnologyPage, **kwargs: Any) -> None:
    """A technology is deleted: experiences no longer say that they use it."""
    _record_pages(
        KnowledgePage.objects.filter(experiencepage__technology_uses__technology=instance)
    )


@receiver([post_save, post_delete])
def record_renamed_record(
    instance: Any, raw: bool = False, created: bool = False, **kwargs: Any
) -> None:
    """A name that stands in documents changed: only the materials that carry it are looked at again."""
    if raw or created:
        return
    if isinstance(instance, Author | School):
        name = "author" if isinstance(instance, Author) else "school"
        pages = KnowledgePage.objects.filter(**{f"authorships__{name}__in": _with_target(instance)})
    elif isinstance(instance, Tag):
        pages = KnowledgePage.objects.filter(tagged_items__tag__in=_with_target(instance))
    elif isinstance(instance, PortalImage):
        pages = KnowledgePage.objects.filter(pictures__image=instance)
    elif isinstance(instance, Consent):
        pages = KnowledgePage.objects.filter(pictures__image__consent=instance)
    elif isinstance(instance, Term) and not isinstance(instance, QualificationCategory):
        record_everything()
        return
    else:
        return
    _record_pages(pages)


def _record_pages(pages: QuerySet[KnowledgePage]) -> None:
    for pk in pages.values_list("pk", flat=True).distinct():
        record(page_key(pk))


@receiver([post_save, post_delete])
def record_words_of_term(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Names and synonyms of a term are synonyms of the search."""
    if isinstance(instance, Term) and not raw:
        record_words()


def _with_target(record: Mergeable) -> list[int]:
    """Return the record and, when it has just been merged, the one that has its links now."""
    target = record.merged_into
    return [record.pk] + ([target.pk] if target else [])
