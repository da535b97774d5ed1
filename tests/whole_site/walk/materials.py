"""Events in the life of materials: written, published, translated, moved, gone."""

import time
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from accounts.models import Author
from demo.synthetic import bank
from experience.models import (
    ExperiencePage,
    GuideLink,
    KnowledgePage,
    TechnologyPage,
    TechnologyUse,
)
from experience.translation import create_translation, existing_translation
from pages.scheduling import expire_due, publish_due
from portal.models import SectionPage
from tests import factories
from tests.whole_site.walk.walking import Walking

WRITTEN_IN_BULK = 2
# Seconds from the decision until a page goes live; a page of a later time would only be scheduled again.
SCHEDULED = 0.2
# With fewer materials none is deleted, with more all that are too many.
FEWEST, MOST = 6, 60


class MaterialEvents(Walking):
    """What editors and the clock do to materials and their sections."""

    def events(self) -> list[Callable[[], None]]:
        return [
            *super().events(),
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
            self.change_address,
            self.move,
            self.move_section,
            self.link,
            self.write_in_bulk,
        ]

    def write(self) -> None:
        make = self.chance.choice((factories.experience, factories.guide, factories.technology))
        make(
            live=self.chance.random() < 0.7,
            authors=[self.one(Author.objects.filter(merged_into=None))],
            title=self.phrase(),
            language=self.chance.choice(("kk", "ru")),
        )

    def write_in_bulk(self) -> None:
        bank.generate(WRITTEN_IN_BULK, self.chance.randrange(1000), lambda done: None)

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
        count = KnowledgePage.objects.count()
        for _ in range(max(count - MOST, int(count > FEWEST))):
            self.material().delete()

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
            page.go_live_at, page.expire_at = timezone.now() + timedelta(seconds=SCHEDULED), None
            page.title = self.phrase()
            page.save_revision(clean=False).publish()
            time.sleep(SCHEDULED)
            publish_due()

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

    def move_section(self) -> None:
        """Move a section with all its materials below another one, which may be private, or back."""
        section = self.one(SectionPage.objects.all())
        home = factories.home()
        others = SectionPage.objects.exclude(path__startswith=section.path)
        is_at_home = section.get_parent().pk == home.pk
        target = self.one(others) if is_at_home else home
        if target is not None:
            section.move(target, pos="last-child")

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
