"""Nobody publishes what they changed last, through whichever door; another person does."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from accounts.roles import ADMINISTRATOR, METHODIST, PUBLISHER
from pages.models import DistrictSettings
from tests import factories
from tests.experience.editor import edit_url, form_of, is_live, press, signed_in, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer() -> Any:
    return factories.user(PUBLISHER, first_name="Ержан")


@pytest.fixture
def colleague() -> Any:
    return factories.user(PUBLISHER)


def relax() -> None:
    district = DistrictSettings.load()
    district.four_eyes = False
    district.save()


def bulk_publish(person: Any, page: Any) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return signed_in(person).post(f"{url}?id={page.pk}", {"include_descendants": "on"}, follow=True)


def submit(person: Any, page: Any) -> Any:
    press(signed_in(person), page, "action-submit")
    page = stored(page)
    assert page.workflow_in_progress
    return page


def approve_in_list(person: Any, page: Any) -> Any:
    """Approve as the dashboard does, in its window."""
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return signed_in(person).post(url, {"comment": ""}, follow=True)


def approve_in_editor(person: Any, page: Any, **changes: Any) -> Any:
    return press(
        signed_in(person),
        page,
        "action-workflow-action",
        **{"workflow-action-name": "approve", "workflow-action-extra-data": "{}", **changes},
    )


class TestEditor:
    def test_the_writer_is_not_offered_to_publish(self, writer, colleague):
        page = factories.experience(by=writer)
        assert b'name="action-publish"' not in signed_in(writer).get(edit_url(page)).content
        assert b'name="action-publish"' in signed_in(colleague).get(edit_url(page)).content

    def test_the_writer_does_not_publish(self, writer):
        page = factories.experience(by=writer)
        press(signed_in(writer), page, "action-publish")
        assert not is_live(page)

    def test_a_colleague_publishes(self, writer, colleague):
        page = factories.experience(by=writer)
        press(signed_in(colleague), page, "action-publish")
        assert is_live(page)

    def test_a_colleague_who_changes_the_text_does_not_publish_in_the_same_request(
        self, writer, colleague
    ):
        page = factories.experience(by=writer)
        response = press(signed_in(colleague), page, "action-publish", aim="Другая цель.")
        assert not is_live(page)
        assert stored(page).get_latest_revision_as_object().aim == "Другая цель."
        assert response.url == edit_url(page)

    def test_the_particulars_of_publication_are_no_change_of_the_text(self, writer, colleague):
        page = factories.experience(by=writer, protocol_number="")
        press(signed_in(colleague), page, "action-publish", protocol_number="7")
        assert is_live(page)

    def test_saving_without_a_change_makes_nobody_the_author(self, writer, colleague):
        page = factories.experience(by=writer)
        press(signed_in(colleague), page)
        assert stored(page).latest_revision.user == colleague
        press(signed_in(colleague), page, "action-publish")
        assert is_live(page)

    def test_a_superuser_is_no_exception(self):
        superuser = factories.user(superuser=True)
        page = factories.experience(by=superuser)
        press(signed_in(superuser), page, "action-publish")
        assert not is_live(page)

    def test_the_district_may_relax_the_rule(self, writer):
        page = factories.experience(by=writer)
        relax()
        press(signed_in(writer), page, "action-publish")
        assert is_live(page)


class TestBulk:
    def test_the_writer_does_not_publish(self, writer):
        page = factories.experience(by=writer)
        bulk_publish(writer, page)
        assert not is_live(page)

    def test_the_writer_does_not_publish_with_the_section(self, writer):
        page = factories.experience(by=writer)
        bulk_publish(writer, page.get_parent())
        assert not is_live(page)

    def test_a_colleague_publishes(self, writer, colleague):
        page = factories.experience(by=writer)
        bulk_publish(colleague, page)
        assert is_live(page)

    def test_a_superuser_is_no_exception(self):
        superuser = factories.user(superuser=True)
        page = factories.experience(by=superuser)
        bulk_publish(superuser, page)
        assert not is_live(page)

    def test_the_district_may_relax_the_rule(self, writer):
        page = factories.experience(by=writer)
        relax()
        bulk_publish(writer, page)
        assert is_live(page)


class TestWorkflow:
    @pytest.mark.parametrize("approve", [approve_in_list, approve_in_editor])
    def test_the_writer_does_not_approve(self, writer, approve):
        page = submit(writer, factories.experience(by=writer))
        approve(writer, page)
        assert not is_live(page)

    @pytest.mark.parametrize("approve", [approve_in_list, approve_in_editor])
    def test_a_colleague_approves(self, writer, colleague, approve):
        page = submit(writer, factories.experience(by=writer))
        approve(colleague, page)
        assert is_live(page)

    @pytest.mark.parametrize("approve", [approve_in_list, approve_in_editor])
    def test_the_district_may_relax_the_rule(self, writer, approve):
        page = submit(writer, factories.experience(by=writer))
        relax()
        approve(writer, page)
        assert is_live(page)

    def test_a_superuser_is_no_exception(self):
        factories.user(PUBLISHER)
        superuser = factories.user(superuser=True)
        page = submit(superuser, factories.experience(by=superuser))
        approve_in_list(superuser, page)
        approve_in_editor(superuser, page)
        assert not is_live(page)

    def test_changing_and_approving_in_one_request_is_refused_and_the_text_is_kept(
        self, writer, colleague
    ):
        page = submit(writer, factories.experience(by=writer))
        response = approve_in_editor(colleague, page, aim="Другая цель.")
        assert not is_live(page)
        assert response.context["form"]["aim"].value() == "Другая цель."
        assert response.context["form"].non_field_errors()

    def test_an_approval_of_a_methodist_without_the_right_is_refused(self, writer):
        methodist = factories.user(METHODIST)
        page = submit(writer, factories.experience(by=writer))
        approve_in_list(methodist, page)
        assert not is_live(page)

    def test_asking_for_changes_is_open_to_the_writer_too(self, writer):
        page = submit(writer, factories.experience(by=writer))
        names = [action[0] for action in page.current_workflow_task.get_actions(page, writer)]
        assert names == ["reject"]


class TestSchedule:
    def schedule(self, person: Any, page: Any) -> None:
        moment = timezone.localtime() + timedelta(days=3)
        press(
            signed_in(person), page, "action-publish", go_live_at=moment.strftime("%Y-%m-%d %H:%M")
        )

    def is_scheduled(self, page: Any) -> bool:
        return page.revisions.exclude(approved_go_live_at=None).exists()

    def test_the_writer_does_not_schedule(self, writer):
        page = factories.experience(by=writer)
        self.schedule(writer, page)
        assert not self.is_scheduled(page)

    def test_a_colleague_schedules(self, writer, colleague):
        page = factories.experience(by=writer)
        self.schedule(colleague, page)
        assert self.is_scheduled(page)

    def test_the_district_may_relax_the_rule(self, writer):
        page = factories.experience(by=writer)
        relax()
        self.schedule(writer, page)
        assert self.is_scheduled(page)


class TestCreateAndPublish:
    def post(self, person: Any) -> Any:
        parent = factories.section("experience")
        source = factories.experience(by=factories.user(), title="Образец")
        url = reverse("wagtailadmin_pages:add", args=["experience", "experiencepage", parent.pk])
        client = signed_in(person)
        data = form_of(client, edit_url(source), source)
        data["slug"] = "made-at-one-stroke"
        data["action-publish"] = "1"
        client.post(url, data, follow=True)
        return type(source).objects.filter(slug="made-at-one-stroke").first()

    @pytest.mark.parametrize("superuser", [False, True])
    def test_what_is_made_at_one_stroke_is_a_draft(self, superuser):
        person = factories.user(superuser=True) if superuser else factories.user(PUBLISHER)
        page = self.post(person)
        assert page is not None
        assert not page.live


class TestRevert:
    def revert(self, person: Any, page: Any, revision: Any) -> Any:
        url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk])
        return press(signed_in(person), page, "action-publish", url)

    def test_going_back_to_ones_own_text_is_not_published_by_oneself(self, writer, colleague):
        page = factories.experience(by=writer)
        own = page.get_latest_revision()
        press(signed_in(colleague), page, aim="Другая цель.")
        self.revert(writer, page, own)
        assert not is_live(page)

    def test_the_district_may_relax_the_rule(self, writer, colleague):
        page = factories.experience(by=writer)
        own = page.get_latest_revision()
        press(signed_in(colleague), page, aim="Другая цель.")
        relax()
        self.revert(writer, page, own)
        assert is_live(page)


class TestCode:
    def test_code_in_the_name_of_the_writer_is_bound(self, writer):
        revision = factories.experience(by=writer).get_latest_revision()
        with pytest.raises(PermissionDenied):
            revision.publish(user=writer)

    def test_code_without_a_user_is_not(self, writer):
        page = factories.experience(by=writer)
        page.get_latest_revision().publish()
        assert is_live(page)


def test_an_administrator_is_bound_like_everybody(writer):
    administrator = factories.user(ADMINISTRATOR)
    page = factories.experience(by=administrator)
    bulk_publish(administrator, page)
    assert not is_live(page)
