"""A translation is another page under the same number."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.roles import HEAD, METHODIST
from experience.models import KnowledgePage
from experience.translation import create_translation
from tests import factories
from tests.experience.editor import edit_url, press, signed_in, stored

pytestmark = pytest.mark.django_db


def url(page: Any) -> str:
    return reverse("material_translate", args=[page.pk])


def test_the_draft_shares_the_number_and_keeps_rows_numbers_and_texts():
    page = factories.experience(live=True)
    draft = create_translation(page)
    assert (draft.address_id, draft.language, draft.live) == (page.address_id, "kk", False)
    assert draft.title == f"Аударма: {page.title}"
    assert draft.slug.startswith("audarma-")
    assert draft.relevance == page.relevance
    assert [row.after for row in draft.results.all()] == [row.after for row in page.results.all()]
    assert [str(row) for row in draft.authorships.all()] == [
        str(row) for row in page.authorships.all()
    ]
    assert len(draft.steps) == len(page.steps)
    assert list(draft.subjects.all()) == list(page.subjects.all())


def test_the_menu_of_the_editor_leads_to_it_and_a_post_opens_the_draft():
    page = factories.experience(live=True)
    client = signed_in(factories.user(METHODIST))
    assert url(page) in client.get(edit_url(page)).content.decode()
    assert client.get(url(page)).status_code == 200
    assert not KnowledgePage.objects.filter(language="kk").exists()
    response = client.post(url(page), follow=True)
    draft = KnowledgePage.objects.get(language="kk")
    assert response.redirect_chain[-1][0] == edit_url(draft)
    assert response.status_code == 200


def test_a_second_one_is_refused_with_a_message_and_opens_the_first():
    page = factories.experience(live=True)
    draft = create_translation(page)
    response = signed_in(factories.user(METHODIST)).post(url(page), follow=True)
    assert response.redirect_chain[-1][0] == edit_url(draft)
    assert list(response.context["messages"])
    assert KnowledgePage.objects.count() == 2
    with pytest.raises(ValidationError):
        create_translation(page)


def test_changing_the_language_to_that_of_the_translation_is_an_error_at_the_field():
    page = factories.experience(live=True)
    draft = create_translation(page)
    client = signed_in(factories.user(METHODIST))
    response = press(client, draft, language="ru")
    assert "language" in response.context["form"].errors
    assert stored(draft).language == "kk"


def test_who_may_not_write_may_not_translate():
    page = factories.experience(live=True)
    signed_in(factories.user(HEAD)).post(url(page))
    assert KnowledgePage.objects.count() == 1


def test_a_copy_is_another_material_with_a_number_of_its_own():
    page = factories.experience(live=True)
    copy = reverse("wagtailadmin_pages:copy", args=[page.pk])
    signed_in(factories.user(METHODIST)).post(
        copy, {"new_title": "Копия", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    )
    made = KnowledgePage.objects.get(slug="copy")
    assert made.address_id != page.address_id
    assert not made.live
    assert made.get_latest_revision_as_object().address_id == made.address_id
