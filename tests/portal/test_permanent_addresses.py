"""`/m/<number>/`: redirects for years, says why where the material is gone."""

import pytest

from experience.addresses import withdraw
from experience.models import PermanentAddress
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_number_leads_to_the_page_in_the_readers_language(reader):
    page = factories.experience(live=True)
    kazakh = factories.experience(live=True, language="kk", address=page.address)
    path = page.address.get_absolute_url()
    assert reader.get(path, headers={"accept-language": "ru"}).url.startswith("/ru/")
    assert reader.get(path, headers={"accept-language": "ru"}).url.endswith(f"/{page.slug}/")
    assert reader.get(path).url.endswith(f"/{kazakh.slug}/")


def test_a_number_has_at_least_four_digits():
    page = factories.experience(live=True)
    assert page.address.get_absolute_url() == f"/m/{page.address_id:04d}/"


def test_a_draft_has_no_permanent_page_yet(reader):
    factories.home()
    page = factories.experience()
    assert reader.get(page.address.get_absolute_url()).status_code == 404


def test_a_withdrawn_material_answers_410_with_reason_and_successor(reader):
    successor = factories.experience(live=True, title="Новое описание")
    page = factories.experience(live=True, title="Старое описание")
    page.unpublish()
    withdraw(
        page.address,
        reason_kk="Бағдарлама өзгерді",
        reason_ru="Программа изменилась",
        successor=successor.address,
    )
    response = reader.get(page.address.get_absolute_url(), headers={"accept-language": "ru"})
    text = response.content.decode()
    assert response.status_code == 410
    assert "Программа изменилась" in text
    assert "Новое описание" in text
    assert successor.address.get_absolute_url() in text


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Причина не указана"), ("kk", "Себебі көрсетілмеген")]
)
def test_where_nobody_gave_a_reason_the_page_says_so(reader, language, words):
    page = factories.experience(live=True)
    page.unpublish()
    response = reader.get(page.address.get_absolute_url(), headers={"accept-language": language})
    assert words in response.content.decode().replace("\xa0", " ")


def test_a_deleted_material_answers_410(reader):
    page = factories.experience(live=True)
    address = page.address
    page.delete()
    assert PermanentAddress.objects.get(pk=address.pk).state == PermanentAddress.State.WITHDRAWN
    assert reader.get(address.get_absolute_url()).status_code == 410


@pytest.mark.parametrize("number", ["9999", "99999999999", "0"])
def test_an_unknown_number_answers_404(reader, number):
    factories.home()
    assert reader.get(f"/m/{number}/").status_code == 404


def test_a_number_is_never_given_again():
    page = factories.experience()
    number = page.address_id
    page.delete()
    assert factories.experience().address_id > number


def test_a_copy_gets_a_number_of_its_own():
    page = factories.experience(live=True)
    copy = page.copy(update_attrs={"slug": "copy"})
    assert copy.address_id not in (None, page.address_id)
