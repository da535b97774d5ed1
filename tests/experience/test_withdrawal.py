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


class TestEveryOtherWay:
    def test_code_that_unpublishes_withdraws(self):
        page = factories.experience(live=True)
        page.unpublish()
        address = address_of(page)
        assert address.state == State.WITHDRAWN
        assert address.reason_kk
        assert address.reason_ru

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
