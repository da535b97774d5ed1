"""The accessibility statement."""

import pytest

from pages.models import DistrictSettings
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

HEADINGS = {"kk": "<h1>Қолжетімділік</h1>", "ru": "<h1>Доступность</h1>"}


def html(reader, language: str) -> str:
    answer = reader.get(f"/{language}/accessibility/")
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_statement_stands_on_every_installation_in_both_languages(reader, language):
    factories.home()
    page = html(reader, language)
    assert HEADINGS[language] in page
    assert "WCAG 2.2" in page
    assert f'<a href="/{language}/accessibility/">' in page.partition("<footer")[2]


def test_whoever_is_hindered_learns_whom_to_tell(reader):
    factories.home()
    DistrictSettings.objects.create(
        email="kabinet@example.kz", phone="+7 (700) 000-00-00", department_ru="Отдел образования"
    )
    complaint = html(reader, "ru").partition('id="complain"')[2].partition("</article>")[0]
    assert 'href="mailto:kabinet@example.kz"' in complaint
    assert 'href="tel:+77000000000"' in complaint
    assert 'lang="ru">Отдел образования<' in complaint
    assert "23 ноября 2026 г." in complaint


def test_the_cabinet_may_write_its_own(reader):
    factories.home()
    assert HEADINGS["ru"] in html(reader, "ru")
    own = factories.text(title="Доступная среда", slug="accessibility", body_ru="<p>Свой текст</p>")
    page = html(reader, "ru")
    assert "Свой текст" in page
    assert HEADINGS["ru"] not in page
    assert page.partition("<footer")[2].count('"/ru/accessibility/"') == 1
    own.unpublish()
    assert HEADINGS["ru"] in html(reader, "ru")
