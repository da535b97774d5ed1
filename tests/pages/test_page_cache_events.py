"""Each event that changes what readers may see changes the kept pages at once; nothing stale is ever sent."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from experience.models import ExperiencePage, MaterialFile, MaterialPicture, Tag
from library.models import Consent
from pages import cached, page_cache_middleware
from pages.models import DistrictSettings
from pages.page_cache import pages
from pages.scheduling import expire_due, publish_due
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LISTING = "/ru/experience/"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@dataclass
class Bank:
    """A material that stands in its listing, with a tag, a file and a picture of pupils."""

    page: ExperiencePage
    tag: Tag
    consent: Consent

    @property
    def section(self) -> Page:
        return self.page.get_parent()

    def publish(self) -> None:
        self.page.title = "Новое название"
        self.page.save_revision(clean=False).publish()

    def go_live(self) -> None:
        page = factories.experience(title="Назначенная публикация")
        page.go_live_at = timezone.now() + timedelta(seconds=0.3)
        page.save_revision(clean=False).publish()
        time.sleep(0.3)
        assert publish_due() == (1, [])

    def expire(self) -> None:
        Page.objects.filter(pk=self.page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
        expire_due()

    def change_slug(self) -> None:
        self.page.slug = "drugoy-adres"
        self.page.save()

    def restrict(self, page: Page | None = None) -> None:
        PageViewRestriction.objects.create(page=page or self.page, restriction_type="login")

    def move_below_a_private_parent(self) -> None:
        private = factories.section("guide")
        self.restrict(private)
        self.page.move(private, pos="last-child")

    def rename_tag(self) -> None:
        self.tag.name_ru = "Смена ролей"
        self.tag.save()

    def rename_subject(self) -> None:
        subject = self.page.subjects.get()
        subject.name_ru = "Счёт"
        subject.save()

    def rename_author(self) -> None:
        author = self.page.authorships.get().author
        author.surname_ru = "Ахметова"
        author.save()

    def rename_cabinet(self) -> None:
        district = DistrictSettings.current()
        district.cabinet_ru = "Отдел методики"
        district.save()

    def delete_document(self) -> None:
        document = self.page.files.get().document
        self.page.files = []
        self.page.save_revision(clean=False).publish()
        document.delete()

    def hide_collection(self) -> None:
        document = self.page.files.get().document
        document.collection.view_restrictions.create(restriction_type="login")

    def withdraw_consent(self) -> None:
        self.consent.withdrawn_on = timezone.localdate()
        self.consent.save()


EVENTS: dict[str, tuple[Callable[[Bank], Any], str]] = {
    "published": (Bank.publish, "material"),
    "published, in its listing": (Bank.publish, LISTING),
    "unpublished": (lambda bank: bank.page.unpublish(), LISTING),
    "published on time": (Bank.go_live, LISTING),
    "expired": (Bank.expire, LISTING),
    "moved": (lambda bank: bank.page.move(factories.home(), pos="last-child"), LISTING),
    "slug changed": (Bank.change_slug, "material"),
    "subtree deleted": (lambda bank: bank.section.delete(), LISTING),
    "restricted": (Bank.restrict, "material"),
    "section restricted": (lambda bank: bank.restrict(bank.section), "material"),
    "moved below a private parent": (Bank.move_below_a_private_parent, LISTING),
    "document deleted": (Bank.delete_document, "file"),
    "collection closed": (Bank.hide_collection, "file"),
    "tag renamed": (Bank.rename_tag, "material"),
    "subject renamed": (Bank.rename_subject, "material"),
    "author renamed": (Bank.rename_author, "material"),
    "cabinet renamed": (Bank.rename_cabinet, "/ru/"),
    "consent withdrawn": (Bank.withdraw_consent, "material"),
}


def made() -> Bank:
    """Make the material anew, and let nothing be owed to the index."""
    consent = Consent.objects.create(
        title="3 класс", given_on=timezone.localdate(), given_by="родители 3 класса"
    )
    tag = Tag.objects.create(name="ротация", name_ru="Ротация")
    page = factories.experience(title="Карточки самопроверки")
    page.tags.add(tag)
    page.files = [MaterialFile(document=factories.read_document([[1, "Карточка 1"]]))]
    image = factories.picture(shows_pupils=True, consent=consent)
    page.pictures = [MaterialPicture(image=image, caption="Как сидят ученики")]
    page.save_revision(clean=False).publish()
    call_command("search_rebuild", stdout=StringIO())
    return Bank(ExperiencePage.objects.get(pk=page.pk), tag, consent)


def address_of(bank: Bank, name: str) -> str:
    if name == "material":
        return bank.page.url
    if name == "file":
        return f"/ru/files/{bank.page.files.get().document_id}/"
    return name


def asked(path: str) -> tuple[int, str]:
    answer = Client().get(path)
    return answer.status_code, _TOKEN.sub("", answer.content.decode())


def forget() -> None:
    pages.clear()
    cached.forget()


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_changes_the_kept_page_at_once(name):
    event, where = EVENTS[name]
    bank = made()
    path = address_of(bank, where)
    before = asked(path)
    assert (before[0], len(pages._pages)) == (200, 1), "the control: the page was kept"
    event(bank)
    sent = asked(path)
    forget()
    assert sent == asked(path)
    assert sent != before


def test_what_lifts_a_restriction_is_seen_at_once():
    bank = made()
    bank.restrict()
    private = asked(bank.page.url)
    PageViewRestriction.objects.all().delete()
    assert asked(bank.page.url) != private
    assert bank.page.title in asked(bank.page.url)[1]


def test_a_publication_that_is_rolled_back_leaves_the_kept_page():
    bank = made()
    before = asked(bank.page.url)
    with transaction.atomic():
        bank.publish()
        transaction.set_rollback(True)
    assert asked(bank.page.url) == before


def test_a_cache_that_forgets_the_generation_sends_what_is_stale(monkeypatch):
    """The control."""
    monkeypatch.setattr(page_cache_middleware, "generation_of", lambda request: 1)
    bank = made()
    before = asked(bank.page.url)
    bank.publish()
    assert asked(bank.page.url) == before
