"""The description of the search for browsers."""

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from portal.opensearch import NAMESPACE
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def described(reader, language: str) -> ElementTree.Element:
    response = reader.get(f"/opensearch/{language}.xml")
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_its_addresses_lead_to_the_search_in_that_language(reader, indexed, language):
    factories.experience(live=True)
    indexed()
    root = described(reader, language)
    templates = {
        url.get("type"): unquote(url.get("template", ""))
        for url in root.findall(f"{{{NAMESPACE}}}Url")
    }
    assert templates["text/html"].startswith(f"http://testserver/{language}/search/?q=")
    for template in templates.values():
        address = template.replace("{searchTerms}", "карточки").replace("{startPage?}", "1")
        assert reader.get(address.removeprefix("http://testserver")).status_code == 200
    assert len(root.findtext(f"{{{NAMESPACE}}}ShortName") or "") in range(1, 17)
    assert len(root.findtext(f"{{{NAMESPACE}}}LongName") or "") in range(1, 49)


def test_every_page_links_to_the_one_of_its_language(reader):
    factories.home()
    for language in ("kk", "ru"):
        page = reader.get(f"/{language}/").content.decode()
        assert (
            f'type="application/opensearchdescription+xml" href="/opensearch/{language}.xml"'
            in page
        )


def test_another_language_has_none(reader):
    factories.home()
    assert reader.get("/opensearch/en.xml").status_code == 404
