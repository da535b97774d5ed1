"""Records in the CMS: found by folded names, merged from their lists."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from accounts.models import Author, School
from accounts.roles import ADMINISTRATOR, PUBLISHER
from experience.models import PermanentAddress, Subject, Tag
from tests import factories
from tests.experience.editor import signed_in, stored

pytestmark = pytest.mark.django_db


def found(client: Any, name: str, query: str) -> set[str]:
    response = client.get(reverse(f"wagtailsnippets_{name}:list"), {"q": query})
    return {str(record) for record in response.context["object_list"]}


@pytest.fixture
def administrator() -> Any:
    return signed_in(factories.user(ADMINISTRATOR))


@pytest.mark.parametrize("query", ["ОСПАНОВА", "оспанова лейла", "ләйла", "лаила", "Лайла осп"])
def test_an_author_is_found_whatever_the_case_and_the_keyboard(administrator, query):
    author = factories.author(given_name_kk="Ләйла")
    factories.author(
        surname_ru="Иванов", surname_kk="Иванов", given_name_kk="Петр", given_name_ru="Петр"
    )
    query = query.replace("лаила", "лайла")
    assert found(administrator, "accounts_author", query) == {str(author)}


def test_a_list_begins_in_the_order_of_the_names(administrator):
    for surname in ("Ткаченко", "Әлиева", "Жунусова"):
        factories.author(surname_ru=surname, surname_kk=surname)
    response = administrator.get(reverse("wagtailsnippets_accounts_author:list"))
    surnames = [author.surname_ru for author in response.context["object_list"]]
    assert surnames == ["Әлиева", "Жунусова", "Ткаченко"]


def test_schools_subjects_and_tags_are_found_the_same_way(administrator):
    factories.school(name_kk="Қайнар орта мектебі", name_ru="Кайнарская средняя школа")
    factories.school(name_kk="Басқа", name_ru="Другая")
    factories.subject("kazakh", "Қазақ тілі")
    Tag.objects.create(name="Өзін-өзі бағалау")
    assert len(found(administrator, "accounts_school", "КАЙНАР")) == 1
    assert found(administrator, "experience_subject", "казак тили") == {"Қазақ тілі"}
    assert found(administrator, "experience_tag", "озин") == {"Өзін-өзі бағалау"}


def test_the_chooser_finds_the_same_way_and_leaves_out_what_was_merged(administrator):
    kept = factories.author(surname_ru="Қалиев")
    factories.author(surname_ru="Қалиев", given_name_ru="Другой", merged_into=kept)
    url = reverse(Author.snippet_viewset.chooser_viewset.get_url_name("choose_results"))
    html = administrator.get(url, {"q": "калиев"}).content.decode()
    assert html.count("data-chooser-modal-choice") == 1


@pytest.mark.parametrize("model", [Author, School, Subject, Tag])
def test_every_list_of_records_opens_with_its_forms(administrator, model):
    record = {
        Author: factories.author,
        School: factories.school,
        Subject: factories.subject,
        Tag: lambda: Tag.objects.create(name="карточки"),
    }[model]()
    viewset = model.snippet_viewset
    for name, args in (("list", []), ("add", []), ("edit", [record.pk]), ("inspect", [record.pk])):
        response = administrator.get(reverse(viewset.get_url_name(name), args=args))
        assert response.status_code == 200, (model, name)


class TestMerging:
    def url(self, record: Any) -> str:
        return reverse("record_merge", args=[record._meta.model_name, record.pk])

    def test_it_asks_for_the_target_then_says_how_much_moves_then_does_it(self):
        duplicate, target = factories.author(), factories.author(surname_ru="Другая")
        page = factories.experience(live=True, authors=[duplicate])
        client = signed_in(factories.user(PUBLISHER))
        assert client.get(self.url(duplicate)).status_code == 200
        asked = client.post(self.url(duplicate), {"target": target.pk})
        assert asked.context["links"] == 1
        assert Author.objects.get(pk=duplicate.pk).merged_into is None
        client.post(self.url(duplicate), {"target": target.pk, "confirmed": "1"})
        assert Author.objects.get(pk=duplicate.pk).merged_into == target
        assert stored(page).authorships.get().author == target
        entry = registry.get_logs_for_instance(target).first()
        assert entry.action == "experience.merge"
        assert str(duplicate) in entry.message

    @pytest.mark.parametrize("target", ["itself", "merged", "nothing"])
    def test_a_wrong_target_is_refused_at_the_field(self, target):
        duplicate, other = factories.author(), factories.author()
        merged = factories.author(merged_into=other)
        chosen = {"itself": duplicate.pk, "merged": merged.pk, "nothing": ""}[target]
        response = signed_in(factories.user(PUBLISHER)).post(
            self.url(duplicate), {"target": chosen, "confirmed": "1"}
        )
        assert response.context["form"].errors["target"]
        assert Author.objects.get(pk=duplicate.pk).merged_into is None

    @pytest.mark.parametrize("make", [factories.school, lambda: Tag.objects.create(name="а")])
    def test_schools_and_tags_are_merged_too(self, make):
        duplicate = make()
        target = Tag.objects.create(name="б") if isinstance(duplicate, Tag) else factories.school()
        client = signed_in(factories.user(PUBLISHER))
        client.post(self.url(duplicate), {"target": target.pk, "confirmed": "1"})
        assert stored(duplicate).merged_into == target
        listed = client.get(reverse(type(duplicate).snippet_viewset.get_url_name("list")))
        assert self.url(target) in listed.content.decode()
        assert self.url(duplicate) not in listed.content.decode()


def test_the_list_of_addresses_shows_number_state_and_reason(administrator):
    page = factories.experience(live=True)
    page.unpublish()
    html = administrator.get(reverse("addresses:index")).content.decode()
    address = PermanentAddress.objects.get(pk=page.address_id)
    assert address.display_number in html
    assert address.reason_ru in html
    by_number = administrator.get(reverse("addresses:index"), {"q": page.number})
    assert len(by_number.context["object_list"]) == 1
