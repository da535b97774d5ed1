"""A page that moved or changed its slug is found under both prefixes."""

import pytest
from django.utils import translation

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.mark.parametrize("active", ["kk", "ru"])
def test_a_changed_slug_redirects_under_both_prefixes(reader, active):
    page = factories.experience(live=True)
    old = page.slug
    with translation.override(active):
        page.slug = "another"
        page.save_revision().publish()
    for language in ("kk", "ru"):
        response = reader.get(f"/{language}/experience/{old}/")
        assert response.status_code == 301
        assert response.url == f"/{language}/experience/another/"


def test_a_changed_section_redirects_what_is_below_it(reader):
    page = factories.experience(live=True)
    section = page.get_parent().specific
    section.slug = "opyt"
    section.save()
    response = reader.get(f"/kk/experience/{page.slug}/")
    assert response.status_code == 301
    assert response.url == f"/kk/opyt/{page.slug}/"


def test_an_address_that_never_was_stays_unknown(reader):
    factories.home()
    assert reader.get("/kk/experience/never/").status_code == 404
    assert reader.get("/kk/experience/nul%00/").status_code == 404
