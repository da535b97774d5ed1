"""What is incomplete goes live through no door; drafts of it are saved through all."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from accounts.roles import METHODIST, PUBLISHER
from experience.models import ExperiencePage
from pages.refusals import PublicationRefusedError
from tests import factories
from tests.experience.editor import FORM, edit_url, is_live, messages_of, press, signed_in, stored
from tests.experience.form_fields import fields_of

pytestmark = pytest.mark.django_db

# Four things in four kinds of places: a field, a choice, a stream, rows.
GAPS = {"aim": "", "novelty_level": None, "steps": []}


@pytest.fixture
def publisher() -> Any:
    return factories.user(PUBLISHER)


def incomplete(by: Any = None, **fields: Any) -> ExperiencePage:
    """Return a draft in which a field, a choice, the steps and the rows of results are missing."""
    page = factories.experience(by=by, **GAPS | fields)
    page.results.clear()
    page.save()
    page.save_revision(user=by, clean=False)
    return stored(page)


def bulk_publish(person: Any, *pages: Any) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return signed_in(person).post(f"{url}?{query}", follow=True)


class TestEditor:
    def test_what_is_missing_is_named_at_its_place(self, publisher):
        page = incomplete(factories.user())
        response = press(signed_in(publisher), page, "action-publish")
        form = response.context["form"]
        assert not is_live(page)
        assert set(form.errors) == {"aim", "novelty_level", "steps"}
        assert form.formsets["results"].non_form_errors()
        html = response.content.decode()
        for text in (*form.errors["aim"], *form.formsets["results"].non_form_errors()):
            assert html.count(text.replace("'", "&#x27;")) >= 1

    def test_sending_for_publication_asks_the_same(self):
        methodist = factories.user(METHODIST)
        page = incomplete(methodist)
        response = press(signed_in(methodist), page, "action-submit")
        assert "aim" in response.context["form"].errors
        assert not stored(page).workflow_in_progress

    def test_an_incomplete_draft_is_saved(self, publisher):
        page = incomplete(factories.user())
        press(signed_in(publisher), page, summary="")
        assert stored(page).get_latest_revision_as_object().summary == ""

    def test_the_text_written_so_far_is_kept_at_a_refusal(self, publisher):
        page = incomplete(factories.user())
        response = press(
            signed_in(publisher), page, "action-publish", methods="самопроверка в парах"
        )
        assert response.context["form"]["methods"].value() == "самопроверка в парах"

    def test_a_complete_one_is_published(self, publisher):
        page = factories.experience(by=factories.user())
        press(signed_in(publisher), page, "action-publish")
        assert is_live(page)

    def test_scheduling_is_refused_at_once(self, publisher):
        page = incomplete(factories.user())
        moment = (timezone.localtime() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
        press(signed_in(publisher), page, "action-publish", go_live_at=moment)
        assert not page.revisions.exclude(approved_go_live_at=None).exists()

    def test_the_published_text_stays_when_a_new_one_is_refused(self, publisher):
        page = factories.experience(by=factories.user(), live=True)
        press(signed_in(factories.user(METHODIST)), page, aim="")
        press(signed_in(publisher), page, "action-publish")
        assert stored(page).aim == "Ученик находит свою ошибку."


class TestNewMaterial:
    def url(self) -> str:
        parent = factories.section("experience")
        return reverse("wagtailadmin_pages:add", args=["experience", "experiencepage", parent.pk])

    def form(self, client: Any) -> Any:
        data = fields_of(client.get(self.url()).content.decode(), FORM)
        data["steps-count"] = "0"
        return data

    def test_a_title_and_a_language_are_enough_for_a_draft(self):
        client = signed_in(factories.user(METHODIST))
        data = self.form(client) | {}
        data["title"], data["language"] = "Қысқа тақырып", "kk"
        response = client.post(self.url(), data, follow=True)
        assert ExperiencePage.objects.get(title="Қысқа тақырып").slug == "qysqa-taqyryp"
        assert response.status_code == 200

    def test_without_a_language_nothing_is_saved_and_it_is_said_at_the_field(self):
        client = signed_in(factories.user(METHODIST))
        data = self.form(client)
        data["title"] = "Без языка"
        response = client.post(self.url(), data)
        assert set(response.context["form"].errors) == {"language"}
        assert not ExperiencePage.objects.filter(title="Без языка").exists()

    def test_a_title_that_another_material_has_gets_an_address_of_its_own(self):
        taken = factories.experience(live=True).slug
        client = signed_in(factories.user(METHODIST))
        data = self.form(client)
        data["title"], data["language"], data["slug"] = "Та же тема", "ru", taken
        client.post(self.url(), data)
        assert ExperiencePage.objects.get(title="Та же тема").slug == f"{taken}-2"

    def test_an_autosave_is_as_lenient(self):
        client = signed_in(factories.user(METHODIST))
        data = self.form(client)
        data["title"], data["language"] = "Сохранено само", "ru"
        response = client.post(self.url(), data, headers={"Accept": "application/json"})
        assert response.json()["success"] is True

    def test_rows_begun_and_left_empty_do_not_stop_a_draft(self):
        client = signed_in(factories.user(METHODIST))
        data = self.form(client)
        data["title"], data["language"] = "Пустые строки", "ru"
        data["authorships-TOTAL_FORMS"] = data["results-TOTAL_FORMS"] = "1"
        for name in ("author", "school", "category", "post_kk", "post_ru", "id", "DELETE"):
            data[f"authorships-0-{name}"] = ""
        for name in ("indicator", "unit", "before", "after", "id", "DELETE"):
            data[f"results-0-{name}"] = ""
        data["authorships-0-ORDER"] = data["results-0-ORDER"] = "1"
        client.post(self.url(), data)
        assert ExperiencePage.objects.filter(title="Пустые строки").exists()

    def test_a_preview_is_as_lenient(self):
        client = signed_in(factories.user(METHODIST))
        parent = factories.section("experience")
        data = self.form(client)
        data["title"], data["language"] = "Только тема", "ru"
        url = reverse(
            "wagtailadmin_pages:preview_on_add", args=["experience", "experiencepage", parent.pk]
        )
        assert client.post(url, data).json()["is_valid"] is True

    def test_it_proposes_who_answers_and_when_it_is_looked_through(self):
        methodist = factories.user(METHODIST)
        data = self.form(signed_in(methodist))
        assert data["responsible"] == str(methodist.pk)
        proposed = date.fromisoformat(data["review_by"])
        assert 700 < (proposed - timezone.localdate()).days < 760
        assert "language" not in data


class TestOtherDoors:
    def test_an_approval_is_refused_with_a_message(self, publisher):
        writer = factories.user(METHODIST)
        page = factories.experience(by=writer)
        press(signed_in(writer), page, "action-submit")
        page = stored(page)
        draft = page.get_latest_revision_as_object()
        draft.aim = ""
        draft.save_revision(user=writer, clean=False)
        state = page.current_workflow_task_state
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        client = signed_in(publisher)
        response = client.post(url, {"comment": ""}, follow=True)
        assert response.status_code == 200
        assert page.title in messages_of(response)
        assert not is_live(page)
        assert stored(page).workflow_in_progress
        in_window = client.post(
            url, {"comment": ""}, headers={"X-Requested-With": "XMLHttpRequest", "Referer": "/cms/"}
        )
        assert in_window.json() == {"step": "success", "redirect": "/cms/"}

    def test_bulk_is_refused_as_a_whole_with_the_name_of_the_page(self, publisher):
        whole, broken = factories.experience(by=factories.user()), incomplete(factories.user())
        response = bulk_publish(publisher, whole, broken)
        assert broken.title in messages_of(response)
        assert not is_live(broken)
        assert not is_live(whole)
        bulk_publish(publisher, whole)
        assert is_live(whole)

    def test_a_value_that_its_field_refuses_is_a_message_too(self, publisher):
        page = factories.experience(by=factories.user())
        page.summary = "а" * 601
        page.save_revision(user=factories.user(), clean=False)
        response = bulk_publish(publisher, page)
        assert response.status_code == 200
        assert not is_live(page)

    def test_code_is_refused(self):
        page = incomplete()
        with pytest.raises(PublicationRefusedError) as refusal:
            page.get_latest_revision().publish()
        assert {"aim", "novelty_level", "steps", "results"} <= set(refusal.value.error_dict)
        assert not is_live(page)

    def test_code_that_schedules_is_refused(self):
        page = incomplete()
        draft = page.get_latest_revision_as_object()
        draft.go_live_at = timezone.now() + timedelta(days=2)
        revision = draft.save_revision(clean=False)
        with pytest.raises(PublicationRefusedError):
            revision.publish()

    def test_the_action_that_the_editor_calls_past_publish_is_refused(self):
        page = incomplete()
        with pytest.raises(ValidationError):
            PublishPageRevisionAction(page.get_latest_revision()).execute(
                skip_permission_checks=True
            )
        assert not is_live(page)

    def test_adding_a_live_page_is_refused(self):
        with pytest.raises(ValidationError):
            factories.section("experience").add_child(
                instance=ExperiencePage(title="Сразу", language="ru", live=True)
            )

    def test_saving_a_live_page_is_refused(self):
        page = factories.experience(live=True)
        page.aim = ""
        with pytest.raises(ValidationError):
            page.save()
        assert stored(page).aim

    def test_a_complete_one_goes_through_code(self):
        page = factories.experience(live=True)
        assert is_live(page)


@pytest.mark.parametrize(("kind", "gap"), [("guide", "introduction"), ("technology", "concept")])
def test_every_type_is_checked_and_a_complete_one_goes_live(kind, gap):
    make = getattr(factories, kind)
    assert is_live(make(live=True))
    with pytest.raises(PublicationRefusedError):
        make(live=True, **{gap: ""})


def test_the_completeness_line_names_what_the_editor_would_refuse():
    methodist = factories.user(METHODIST)
    page = incomplete(methodist)
    response = signed_in(methodist).get(edit_url(page))
    html = response.content.decode()
    for name in page.publishing_errors():
        assert f'data-completeness-field="{name}"' in html
    fresh = signed_in(methodist).get(reverse("material_completeness", args=[page.pk]))
    assert 'data-completeness-field="aim"' in fresh.content.decode()


def test_every_field_that_the_rules_ask_for_stands_in_the_form():
    for model in ExperiencePage.__mro__[1].__subclasses__():
        form = model.get_edit_handler().get_form_class()
        asked = set(model.needed_for_publication)
        assert asked <= set(form.base_fields) | set(form.formsets), model
