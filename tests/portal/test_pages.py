"""Public pages as a reader meets them."""

import re

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from experience.models import ExperiencePage, Subject, Tag
from tests import factories

pytestmark = pytest.mark.django_db


def address(page, language: str) -> str:
    """The address of a page under a prefix."""
    with translation.override(language):
        return page.url


def html(response) -> str:
    """The page as it reads: no-break spaces are spaces."""
    assert response.status_code == 200
    return response.content.decode().replace("\xa0", " ")


def test_the_door_leads_to_the_language_of_the_browser(reader):
    factories.home()
    assert reader.get("/").url == "/kk/"
    assert reader.get("/", headers={"accept-language": "ru-RU,ru;q=0.9"}).url == "/ru/"
    assert reader.get("/", headers={"accept-language": "de"}).url == "/kk/"


def test_one_page_is_served_under_both_prefixes(reader, indexed):
    page = factories.experience(live=True)
    indexed()
    russian, kazakh = html(reader.get(address(page, "ru"))), html(reader.get(address(page, "kk")))
    assert '<html lang="ru">' in russian
    assert '<html lang="kk">' in kazakh
    for text in (russian, kazakh):
        assert '<article class="material" lang="ru">' in text
        assert f'rel="canonical" href="http://testserver{address(page, "ru")}"' in text


def test_a_material_without_translation_says_so_under_the_other_prefix(reader, indexed):
    page = factories.experience(live=True)
    indexed()
    with translation.override("kk"):
        notice = translation.gettext("There is no translation yet.")
    assert notice in html(reader.get(address(page, "kk")))
    assert notice not in html(reader.get(address(page, "ru")))


def test_the_switch_keeps_the_page_and_its_question(reader, indexed):
    factories.experience(live=True)
    indexed()
    page = html(reader.get("/ru/experience/?grade=3"))
    assert 'href="/kk/experience/?grade=3"' in page


def test_the_switch_leads_to_the_translation(reader, indexed):
    original = factories.experience(live=True)
    other = factories.experience(live=True, language="kk", address=original.address)
    indexed()
    page = html(reader.get(address(original, "ru")))
    assert f'href="{address(other, "kk")}"' in page
    assert f'hreflang="kk" href="http://testserver{address(other, "kk")}"' in page


def test_lists_show_a_translated_material_once_in_the_readers_language(reader, indexed):
    original = factories.experience(live=True, title="Карточки для проверки")
    factories.experience(
        live=True, title="Тексеру карточкалары", language="kk", address=original.address
    )
    indexed()
    assert "Тексеру карточкалары" in html(reader.get("/kk/experience/"))
    assert "Карточки для проверки" not in html(reader.get("/kk/experience/"))
    assert "Карточки для проверки" in html(reader.get("/ru/experience/"))


def test_a_material_shows_its_main_result_steps_and_authors(reader, indexed):
    author = factories.author()
    page = factories.experience(live=True, authors=[author])
    indexed()
    text = html(reader.get(address(page, "ru")))
    assert "40" in text
    assert "70 %" in text
    assert "Разбор" in text
    assert f'href="/ru/authors/{author.slug}/"' in text
    assert f'href="/ru/schools/{author.school.slug}/"' in text


def test_a_list_says_how_many_are_left_by_what_is_chosen(reader, indexed):
    factories.experience(live=True, language="ru")
    factories.experience(live=True, language="kk")
    indexed()
    assert ">2 материала<" in html(reader.get("/ru/experience/"))
    assert ">1 материал<" in html(reader.get("/ru/experience/?language=kk"))


def test_what_stands_in_another_language_in_a_technology_says_so(reader, indexed):
    technology = factories.technology(live=True, language="ru")
    used = factories.experience(language="kk")
    used.technology_uses.create(technology=technology)
    used.save_revision().publish()
    indexed()
    school = used.authorships.get().author.school
    assert f'<span lang="kk">{school.name_kk}' in html(reader.get(address(technology, "kk")))
    assert f"<span>{school.name_ru}" in html(reader.get(address(technology, "ru")))


def test_a_technology_lists_the_public_experiences_that_use_it(reader, indexed):
    technology = factories.technology(live=True)
    used = factories.experience(title="Станции на уроке чтения")
    used.technology_uses.create(technology=technology)
    used.save_revision().publish()
    draft = factories.experience(title="Черновик о станциях")
    draft.technology_uses.create(technology=technology)
    draft.save_revision()
    indexed()
    text = html(reader.get(address(technology, "ru")))
    assert "Станции на уроке чтения" in text
    assert "Черновик о станциях" not in text


def test_author_school_subject_and_tag_pages_list_the_material(reader, indexed):
    author = factories.author()
    page = factories.experience(live=True, authors=[author])
    page.tags.add("самопроверка")
    page.save_revision().publish()
    indexed()
    for target in (author, author.school, Subject.objects.get(), Tag.objects.get()):
        assert page.title in html(reader.get(target.get_absolute_url())), target


def test_a_merged_author_leads_to_the_one_that_counts(reader):
    from records.merging import merge

    kept, duplicate = factories.author(), factories.author()
    merge(duplicate, kept)
    response = reader.get(duplicate.get_absolute_url())
    assert response.status_code == 301
    assert response.url == kept.get_absolute_url()


def test_drafts_have_no_public_page(reader):
    page = factories.experience()
    assert reader.get(address(page, "ru")).status_code == 404


def test_texts_and_acts_are_shown_in_the_language_of_the_interface(reader):
    text, act = factories.text(), factories.act()
    assert "Қазақша" in html(reader.get(address(text, "kk")))
    assert "Русский" in html(reader.get(address(text, "ru")))
    assert "1.1. Жалпы" in html(reader.get(address(act, "kk")))
    assert "Ереже" in html(reader.get(address(factories.acts(), "kk")))


def test_unknown_addresses_answer_404_with_a_search_field(reader):
    factories.home()
    response = reader.get("/kk/nowhere/at/all/")
    assert response.status_code == 404
    assert 'name="q"' in response.content.decode()


@pytest.mark.parametrize("path", ["/m/", "/m/abc/", "/api/", "/healthz/x"])
def test_addresses_without_prefix_keep_their_404(reader, path):
    factories.home()
    assert reader.get(path).status_code == 404


def test_a_public_read_writes_nothing_and_sets_no_cookie(reader, indexed):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    page = factories.experience(live=True)
    indexed()
    for path in ("/ru/", address(page, "kk"), "/kk/experience/", "/kk/search/?q=карточки"):
        with CaptureQueriesContext(connection) as queries:
            response = reader.get(path)
        assert response.status_code == 200
        assert not response.cookies
        writing = ("INSERT", "UPDATE", "DELETE")
        assert [q["sql"] for q in queries if q["sql"].startswith(writing)] == []


def test_a_restricted_page_is_linked_and_listed_nowhere(reader, indexed):
    from wagtail.models import PageViewRestriction

    technology = factories.technology(live=True, title="Закрытая технология")
    page = factories.experience()
    page.technology_uses.create(technology=technology)
    page.save_revision().publish()
    indexed()
    assert "Закрытая технология" in html(reader.get(address(page, "ru")))
    PageViewRestriction.objects.create(page=technology, restriction_type="login")
    indexed()
    page = ExperiencePage.objects.get(pk=page.pk)
    for path in (address(page, "ru"), "/ru/", "/ru/technologies/", reverse("search")):
        assert "Закрытая технология" not in html(reader.get(path)), path


@pytest.fixture
def closed_page():
    """A live material that opens by the password «сабақ»."""
    page = factories.experience(live=True)
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="сабақ")
    return page


def test_a_page_closed_by_a_password_asks_for_it_and_tells_nothing_of_itself(reader, closed_page):
    answer = html(reader.get(address(closed_page, "kk")))
    assert "<h1>Құпиясөз керек</h1>" in answer
    assert closed_page.title not in answer
    assert closed_page.summary not in answer


def test_a_wrong_password_is_said_at_its_field_and_the_right_one_opens_the_page(
    reader, closed_page
):
    door = reader.get(address(closed_page, "ru"))
    action = re.search(r'action="([^"]+/_password/[^"]+)"', door.content.decode())[1]
    fields = {"return_url": address(closed_page, "ru")}
    refused = html(reader.post(action, {**fields, "password": "сабак"}))
    assert 'id="password-error"' in refused
    assert reader.post(action, {**fields, "password": "сабақ"}).url == fields["return_url"]
    assert f"{closed_page.title}</h1>" in html(reader.get(fields["return_url"]))


@pytest.mark.parametrize("path", ["/ru/experience/", "/ru/search/"])
def test_a_page_behind_the_last_says_so_and_leads_to_the_first(reader, indexed, path):
    factories.experience(live=True)
    indexed()
    behind = html(reader.get(f"{path}?grade=3&page=2"))
    assert "Столько страниц в списке нет." in behind
    assert '<a href="?grade=3">К первой странице</a>' in behind
    assert "Столько страниц" not in html(reader.get(f"{path}?grade=3"))
    assert "Столько страниц" not in html(reader.get(f"{path}?grade=11"))
