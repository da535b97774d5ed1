"""The map of the portal for search engines: all that everybody may read, and nothing else."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from experience.models import KnowledgePage
from portal import sitemaps
from tests import factories

pytestmark = pytest.mark.django_db

BASE = "http://testserver"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def tree(reader: Client, path: str) -> ElementTree.Element:
    response = reader.get(path)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def entries(reader: Client) -> dict[str, ElementTree.Element]:
    """All entries of all files that the index names, by path."""
    index = tree(reader, "/sitemap.xml")
    files = [found.text or "" for found in index.iter(f"{SITEMAP}loc")]
    return {
        (url.findtext(f"{SITEMAP}loc") or "").removeprefix(BASE): url
        for file in files
        for url in tree(reader, file.removeprefix(BASE))
    }


@pytest.fixture
def page() -> KnowledgePage:
    page = factories.experience(live=True)
    page.tags.add("самопроверка")
    page.save()
    factories.text()
    factories.act()
    return page


def test_every_address_answers_and_everything_public_is_there(reader, page, indexed):
    indexed()
    found = entries(reader)
    for path in found:
        assert reader.get(path).status_code == 200, path
    author = page.authorships.get().author
    for expected in (
        page.get_url(),
        "/kk/",
        "/ru/",
        "/kk/experience/",
        "/ru/acts/",
        author.get_absolute_url(),
        "/ru/subjects/mathematics/",
        "/kk/tags/samoproverka/",
        "/kk/schools/",
        "/ru/accessibility/",
    ):
        assert expected in found, sorted(found)


def test_it_says_when_a_text_changed_last_and_of_lists_nothing(reader, page):
    text = factories.text(slug="staff")
    text.save_revision().publish()
    text.refresh_from_db()
    found = entries(reader)
    for changed in (page, text):
        day = found[changed.get_url()].findtext(f"{SITEMAP}lastmod")
        assert day == timezone.localdate(changed.last_published_at).isoformat()
    for path in ("/ru/", "/ru/experience/", "/ru/authors/", "/ru/subjects/mathematics/"):
        assert found[path].findtext(f"{SITEMAP}lastmod") is None


def test_a_long_map_is_divided_into_files(reader, page, monkeypatch):
    whole = entries(reader)
    monkeypatch.setattr(sitemaps.PortalSitemap, "limit", 3)
    index = tree(reader, "/sitemap.xml")
    files = [found.text or "" for found in index.iter(f"{SITEMAP}loc")]
    assert f"{BASE}/sitemaps/lists.xml?p=2" in files
    assert all(len(tree(reader, file.removeprefix(BASE))) <= 3 for file in files)
    assert entries(reader).keys() == whole.keys()


def test_it_stands_at_the_base_address_whatever_host_was_asked(page):
    reader = Client(headers={"host": "localhost"})
    for path in ("/sitemap.xml", "/sitemaps/materials.xml"):
        told = [found.text or "" for found in tree(reader, path).iter(f"{SITEMAP}loc")]
        assert told
        assert all(address.startswith(BASE) for address in told)


def test_translations_name_each_other(reader, page):
    translation = factories.experience(live=False, language="kk", address=page.address)
    translation.save_revision().publish()
    found = entries(reader)
    kazakh, russian = translation.get_url().replace("/ru/", "/kk/"), page.get_url()
    for path in (kazakh, russian):
        links = {link.get("hreflang"): link.get("href") for link in found[path].iter(LINK)}
        assert links == {"kk": BASE + kazakh, "ru": BASE + russian}


def test_a_material_of_one_language_has_one_address(reader, page):
    found = entries(reader)
    assert not list(found[page.get_url()].iter(LINK))
    assert page.get_url().replace("/ru/", "/kk/") not in found


def test_nothing_is_told_of_drafts_and_of_what_is_not_for_everybody(reader, page):
    draft = factories.guide(title="Черновик")
    author = factories.author(surname_ru="Закрытая", surname_kk="Жабық")
    closed = factories.technology(live=True, title="Закрытая", authors=[author])
    assert closed.get_url() in entries(reader)
    assert author.get_absolute_url() in entries(reader)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    found = entries(reader)
    assert closed.get_url() not in found
    assert author.get_absolute_url() not in found
    assert draft.get_url() not in found


def test_robots_are_shown_the_map_and_kept_from_endless_answers(reader, page):
    text = reader.get("/robots.txt").content.decode()
    robots = RobotFileParser()
    robots.parse(text.splitlines())
    assert robots.site_maps() == [f"{BASE}/sitemap.xml"]
    for path in entries(reader):
        assert robots.can_fetch("*", path), path
    for path in (
        "/ru/search/?q=урок",
        "/kk/search/",
        "/cms/login/",
        "/kk/_login/",
        "/api/v1/search?q=урок",
    ):
        assert not robots.can_fetch("*", path)


def test_a_file_that_is_not_there_is_not_found(reader, page):
    for path in (
        "/sitemaps/nothing.xml",
        "/sitemaps/materials.xml?p=99",
        "/sitemaps/lists.xml?p=x",
    ):
        assert reader.get(path).status_code == 404
