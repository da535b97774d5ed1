"""A material leaves with a date, a reason in both languages and a successor; its number stays."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.roles import METHODIST, PUBLISHER
from experience.models import KnowledgePage, PermanentAddress
from experience.translation import create_translation
from tests import factories
from tests.experience.editor import is_live, signed_in

pytestmark = pytest.mark.django_db
State = PermanentAddress.State
REASONS = {"reason_kk": "Ескірді.", "reason_ru": "Устарел."}


def address_of(page: Any) -> PermanentAddress:
    return PermanentAddress.objects.get(pk=page.address_id)


def url(page: Any) -> str:
    return reverse("wagtailadmin_pages:unpublish", args=[page.pk])


class TestForm:
    def test_it_asks_before_it_does(self):
        page = factories.experience(live=True)
        response = signed_in(factories.user(PUBLISHER)).get(url(page))
        assert 'name="reason_kk"' in response.content.decode()
        assert is_live(page)

    @pytest.mark.parametrize("missing", ["reason_kk", "reason_ru"])
    def test_both_reasons_are_needed(self, missing):
        page = factories.experience(live=True)
        data = {**REASONS, missing: ""}
        response = signed_in(factories.user(PUBLISHER)).post(url(page), data)
        assert response.context["form"].errors[missing]
        assert is_live(page)
        assert address_of(page).state == State.LIVE

    def test_it_writes_date_reason_and_successor(self):
        page, successor = factories.experience(live=True), factories.guide(live=True)
        signed_in(factories.user(PUBLISHER)).post(url(page), REASONS | {"successor": successor.pk})
        address = address_of(page)
        assert not is_live(page)
        assert address.state == State.WITHDRAWN
        assert address.withdrawn_on == timezone.localdate()
        assert (address.reason_kk, address.reason_ru) == ("Ескірді.", "Устарел.")
        assert address.successor_id == successor.address_id

    @pytest.mark.parametrize("choose", [lambda page: page, lambda page: factories.guide()])
    def test_the_successor_is_another_published_material(self, choose):
        page = factories.experience(live=True)
        data = REASONS | {"successor": choose(page).pk}
        response = signed_in(factories.user(PUBLISHER)).post(url(page), data)
        assert response.context["form"].errors["successor"]
        assert is_live(page)

    def test_a_methodist_who_may_not_publish_may_not_withdraw(self):
        page = factories.experience(live=True)
        signed_in(factories.user(METHODIST)).post(url(page), REASONS)
        assert is_live(page)

    def test_with_a_live_translation_nothing_is_asked_and_the_number_stays_live(self):
        page = factories.experience(live=True)
        translation = create_translation(page)
        translation.get_latest_revision().publish()
        signed_in(factories.user(PUBLISHER)).post(url(page))
        assert not is_live(page)
        assert address_of(page).state == State.LIVE

    def test_other_pages_keep_the_confirmation_of_wagtail(self):
        section = factories.section("guide")
        client = signed_in(factories.user(superuser=True))
        assert "reason_kk" not in client.get(url(section)).content.decode()
        client.post(url(section))
        assert not is_live(section)


class TestManyAtOnce:
    def bulk(self, person: Any, pages: list[Any], **data: Any) -> Any:
        action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
        query = "&".join(f"id={page.pk}" for page in pages)
        client = signed_in(person)
        return client.post(f"{action}?{query}", data) if data else client.get(f"{action}?{query}")

    def test_it_asks_for_one_reason_and_a_successor(self):
        page = factories.experience(live=True)
        html = self.bulk(factories.user(PUBLISHER), [page]).content.decode()
        assert 'name="reason_kk"' in html
        assert 'name="successor"' in html

    def test_it_writes_them_to_every_address(self):
        pages = [factories.experience(live=True), factories.technology(live=True)]
        successor = factories.guide(live=True)
        data = REASONS | {"successor": successor.pk}
        self.bulk(factories.user(PUBLISHER), pages, **data)
        for page in pages:
            address = address_of(page)
            assert not is_live(page)
            assert (address.reason_kk, address.reason_ru) == ("Ескірді.", "Устарел.")
            assert address.successor_id == successor.address_id

    def test_without_a_reason_nothing_is_withdrawn(self):
        page = factories.experience(live=True)
        self.bulk(factories.user(PUBLISHER), [page], reason_ru="Устарел.")
        assert is_live(page)

    def test_the_successor_is_none_of_them(self):
        pages = [factories.experience(live=True), factories.guide(live=True)]
        self.bulk(factories.user(PUBLISHER), pages, **REASONS | {"successor": pages[1].pk})
        assert is_live(pages[0])
        assert is_live(pages[1])

    def test_a_translation_that_stays_keeps_the_number_live_and_nothing_is_asked(self):
        page = factories.experience(live=True)
        translation = create_translation(page)
        translation.get_latest_revision().publish()
        person = factories.user(PUBLISHER)
        assert "reason_kk" not in self.bulk(person, [page]).content.decode()
        self.bulk(person, [page], next="/cms/")
        assert not is_live(page)
        assert address_of(page).state == State.LIVE

    def test_both_translations_together_are_asked_about(self):
        page = factories.experience(live=True)
        translation = create_translation(page)
        translation.get_latest_revision().publish()
        self.bulk(factories.user(PUBLISHER), [page, translation], **REASONS)
        assert address_of(page).reason_ru == "Устарел."

    def test_other_pages_are_asked_nothing(self):
        text = factories.text()
        person = factories.user(superuser=True)
        assert "reason_kk" not in self.bulk(person, [text]).content.decode()
        self.bulk(person, [text], next="/cms/")
        assert not is_live(text)


class TestEveryOtherWay:
    def test_code_that_unpublishes_withdraws(self):
        page = factories.experience(live=True)
        page.unpublish()
        address = address_of(page)
        assert address.state == State.WITHDRAWN
        assert address.withdrawn_on == timezone.localdate()

    def test_publishing_again_makes_it_live(self):
        page = factories.experience(live=True)
        page.unpublish()
        page.get_latest_revision().publish()
        address = address_of(page)
        assert (address.state, address.withdrawn_on, address.reason_ru) == (State.LIVE, None, "")

    def test_a_draft_reserves_its_number(self):
        assert address_of(factories.experience()).state == State.RESERVED

    def test_expiry_withdraws(self):
        page = factories.experience(live=True)
        KnowledgePage.objects.filter(pk=page.pk).update(
            expire_at=timezone.now() - timedelta(minutes=1)
        )
        call_command("publish_scheduled")
        assert not is_live(page)
        assert address_of(page).state == State.WITHDRAWN

    def test_deletion_in_the_cms_withdraws_and_remembers_the_title(self):
        page = factories.experience(live=True)
        delete = reverse("wagtailadmin_pages:delete", args=[page.pk])
        signed_in(factories.user(PUBLISHER)).post(delete)
        address = address_of(page)
        assert not KnowledgePage.objects.filter(pk=page.pk).exists()
        assert address.state == State.WITHDRAWN
        assert address.withdrawn_on == timezone.localdate()
        assert address.title == page.title

    def test_deletion_with_the_section_withdraws(self):
        page = factories.experience(live=True)
        page.get_parent().delete()
        assert address_of(page).state == State.WITHDRAWN

    def test_a_number_is_never_given_again(self):
        page = factories.experience(live=True)
        number = page.address_id
        page.delete()
        assert factories.experience().address_id > number
