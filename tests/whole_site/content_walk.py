"""Random events in the life of a bank: what editors, readers' rights and the clock do to it."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Collection, Page, PageViewRestriction

from accounts.models import Author, School
from experience.models import (
    ExperiencePage,
    GuideLink,
    KnowledgePage,
    MaterialFile,
    Subject,
    Tag,
    TechnologyPage,
    TechnologyUse,
)
from experience.translation import create_translation, existing_translation
from library.models import PortalDocument
from pages.scheduling import expire_due, publish_due
from portal.models import SectionPage
from records.merging import merge
from tests import factories

WORDS = [
    "карточки",
    "станции",
    "чтение",
    "диалог",
    "бағалау",
    "тапсырма",
    "оқушы",
    "сабақ",
    "мектеп",
    "жоспар",
    "опыт",
    "урок",
]
SHARE_ROLLED_BACK = 0.2


class _UndoneError(Exception):
    """Rolls an event back."""


class Walk:
    """A sequence of random events; the same seed gives the same events."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.events: list[Callable[[], None]] = [
            self.write,
            self.write,
            self.publish,
            self.publish,
            self.draft,
            self.unpublish,
            self.delete,
            self.translate,
            self.expire,
            self.go_live,
            self.rename_record,
            self.merge_records,
            self.restrict,
            self.lift,
            self.change_address,
            self.move,
            self.attach,
            self.rename_file,
            self.delete_file,
            self.hide_files,
            self.replace_file,
            self.close_collection,
            self.tag,
            self.link,
        ]

    def begin(self) -> None:
        """Make a small bank: two materials of each type, and tags."""
        for word in WORDS[:4]:
            Tag.objects.create(name=word)
        for make in (factories.experience, factories.guide, factories.technology) * 2:
            make(live=True, authors=[factories.author()])

    def step(self) -> str:
        """Do one event, or do it and roll it back; return what it was."""
        event = self.chance.choice(self.events)
        undone = self.chance.random() < SHARE_ROLLED_BACK
        try:
            with transaction.atomic():
                event()
                if undone:
                    raise _UndoneError
        except _UndoneError:
            return f"{event.__name__}, rolled back"
        except IntegrityError as refusal:
            return f"{event.__name__}, refused: {refusal}"
        return event.__name__

    def one(self, records: Any) -> Any:
        """Return one of the records in the order of their keys, or None."""
        found = list(records.order_by("pk"))
        return self.chance.choice(found) if found else None

    def material(self, **filters: Any) -> Any:
        page = self.one(KnowledgePage.objects.filter(**filters))
        return page.specific if page else None

    def phrase(self) -> str:
        return " ".join(self.chance.sample(WORDS, 3)).capitalize()

    def write(self) -> None:
        make = self.chance.choice((factories.experience, factories.guide, factories.technology))
        make(
            live=self.chance.random() < 0.7,
            authors=[self.one(Author.objects.filter(merged_into=None))],
            title=self.phrase(),
            language=self.chance.choice(("kk", "ru")),
        )

    def publish(self) -> None:
        if page := self.material():
            page.title, page.summary = self.phrase(), self.phrase()
            page.save_revision(clean=False).publish()

    def draft(self) -> None:
        if page := self.material():
            page.title = f"Черновик {self.phrase()}"
            page.save_revision(clean=False)

    def unpublish(self) -> None:
        if page := self.material(live=True):
            page.unpublish()

    def delete(self) -> None:
        if KnowledgePage.objects.count() > 6 and (page := self.material()):
            page.delete()

    def translate(self) -> None:
        page = self.material(live=True)
        if page and not existing_translation(page):
            other = create_translation(page)
            other.save_revision(clean=False).publish()

    def expire(self) -> None:
        if page := self.material(live=True):
            Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
            expire_due()

    def go_live(self) -> None:
        if page := self.material(live=False):
            page.go_live_at, page.expire_at = timezone.now() + timedelta(seconds=50), None
            page.title = self.phrase()
            page.save_revision(clean=False).publish()
            publish_due(timezone.now() + timedelta(minutes=2))

    def rename_record(self) -> None:
        model, name = self.chance.choice(
            ((Author, "surname_ru"), (School, "name_kk"), (Subject, "name_ru"), (Tag, "name_ru"))
        )
        if record := self.one(model.objects.filter(merged_into=None)):
            setattr(record, name, f"{self.phrase()} {self.chance.randrange(1000)}")
            record.save()

    def merge_records(self) -> None:
        model = self.chance.choice((Author, School, Tag))
        records = list(model.objects.filter(merged_into=None).order_by("pk"))
        if len(records) > 3:
            merge(*self.chance.sample(records, 2))

    def restrict(self) -> None:
        page = (
            self.material() if self.chance.random() < 0.7 else self.one(SectionPage.objects.all())
        )
        if page is None or page.view_restrictions.exists():
            return
        kind = self.chance.choice(
            (
                PageViewRestriction.PASSWORD,
                PageViewRestriction.LOGIN,
                PageViewRestriction.GROUPS,
            )
        )
        row = PageViewRestriction.objects.create(
            page_id=page.pk, restriction_type=kind, password="әліппе"
        )
        if kind == PageViewRestriction.GROUPS:
            row.groups.add(Group.objects.get_or_create(name="council")[0])

    def lift(self) -> None:
        if row := self.one(PageViewRestriction.objects.all()):
            row.delete()

    def change_address(self) -> None:
        page = (
            self.one(SectionPage.objects.all()) if self.chance.random() < 0.4 else self.material()
        )
        page.slug = f"address-{self.chance.randrange(10_000)}"
        page.save()

    def move(self) -> None:
        if page := self.material():
            home, section = factories.home(), factories.section(page.kind)
            is_at_home = page.get_parent().pk == home.pk
            page.move(section if is_at_home else home, pos="last-child")

    def attach(self) -> None:
        if page := self.material(live=True):
            document = factories.document(title=self.phrase(), text=self.phrase())
            page.files.add(MaterialFile(document=document, title=""))
            page.save_revision(clean=False).publish()

    def rename_file(self) -> None:
        if document := self.one(PortalDocument.objects.all()):
            document.title = self.phrase()
            document.save()

    def delete_file(self) -> None:
        if document := self.one(PortalDocument.objects.filter(material_files=None)):
            document.delete()

    def hide_files(self) -> None:
        document = self.one(PortalDocument.objects.all())
        if document is None:
            return
        root = Collection.get_first_root_node()
        private = root.get_children().filter(name="private").first() or root.add_child(
            name="private"
        )
        private.view_restrictions.get_or_create(restriction_type="login")
        document.collection = root if document.collection_id == private.pk else private
        document.save()

    def replace_file(self) -> None:
        if document := self.one(PortalDocument.objects.all()):
            document.file = ContentFile(self.phrase().encode(), name="cards.txt")
            document.save()

    def close_collection(self) -> None:
        if collection := self.one(Collection.objects.filter(name="private")):
            if restriction := collection.view_restrictions.first():
                restriction.delete()
            else:
                collection.view_restrictions.create(restriction_type="login")

    def tag(self) -> None:
        page, tag = self.material(live=True), self.one(Tag.objects.filter(merged_into=None))
        if page and tag:
            page.tags.add(tag)
            page.save_revision(clean=False).publish()

    def link(self) -> None:
        page = self.one(ExperiencePage.objects.live())
        technology = self.one(TechnologyPage.objects.all())
        guide = self.material(guidepage__isnull=False)
        if page is None or technology is None or guide is None:
            return
        if not page.technology_uses.filter(technology=technology).exists():
            page.technology_uses.add(TechnologyUse(technology=technology))
        if not page.guide_links.filter(guide=guide).exists():
            page.guide_links.add(GuideLink(guide=guide))
        page.save_revision(clean=False).publish()
