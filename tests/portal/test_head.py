"""What search engines, catalogues and other sites read in the head of a page."""

import re

import pytest
from PIL import Image

from experience.models import MaterialPicture
from tests import factories
from tests.portal.machine_pages import BASE, Head, addresses, head_of, materials
from tests.portal.test_manifest import stored

LANGUAGES = ["kk", "ru"]

# DCMI Metadata Terms, 2020-01-20: the properties in the namespace http://purl.org/dc/terms/.
DC_TERMS = {
    name
    for line in (
        "abstract accessRights accrualMethod accrualPeriodicity accrualPolicy alternative",
        "audience available bibliographicCitation conformsTo contributor coverage created",
        "creator date dateAccepted dateCopyrighted dateSubmitted description educationLevel",
        "extent format hasFormat hasPart hasVersion identifier instructionalMethod isFormatOf",
        "isPartOf isReferencedBy isReplacedBy isRequiredBy isVersionOf issued language license",
        "mediator medium modified provenance publisher references relation replaces requires",
        "rights rightsHolder source spatial subject tableOfContents temporal title type valid",
    )
    for name in line.split()
}
# The Open Graph protocol, "Basic Metadata".
OPEN_GRAPH = ("og:title", "og:type", "og:url", "og:image")
# Google Scholar, inclusion guidelines.
CITATION = {"citation_title", "citation_author", "citation_publication_date"}
ABSOLUTE = re.compile(r"https?://\S+")


def faults(head: Head) -> list[str]:
    """What is missing or wrong in the head of a page."""
    found = [name for name in (*OPEN_GRAPH, "description") if len(head.meta.get(name, [])) != 1]
    addresses = [head.canonical, *head.alternates.values()]
    addresses += [head.meta[name][0] for name in ("og:url", "og:image") if name in head.meta]
    found += [address for address in addresses if not ABSOLUTE.fullmatch(address)]
    found += [
        name
        for name in head.meta
        if name.startswith("dcterms.") and name.removeprefix("dcterms.") not in DC_TERMS
    ]
    if any(name.startswith("citation_") for name in head.meta):
        found += CITATION - head.meta.keys()
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_what_it_is(reader, indexed, language):
    paths = addresses(materials(), language)
    indexed()
    heads = [head_of(reader, path) for path in paths]
    assert {head.path: told for head in heads if (told := faults(head))} == {}
    assert len({head.title for head in heads}) == len(heads)
    described = [head.one("description") for head in heads]
    assert all(described)
    assert {head.one("og:type") for head in heads} == {"website", "article", "profile"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_canonical_addresses_answer_and_are_their_own(reader, indexed, language):
    paths = addresses(materials(), language)
    indexed()
    for path in paths:
        head = head_of(reader, path)
        assert head.one("og:url") == head.canonical
        target = head_of(reader, head.canonical.removeprefix(BASE))
        assert target.canonical == head.canonical


@pytest.mark.django_db
def test_every_translation_is_answered_by_the_other_page(reader, indexed):
    bank = materials()
    paths = addresses(bank, "ru")
    indexed()
    for path in paths:
        head = head_of(reader, path)
        for address in head.alternates.values():
            other = head_of(reader, address.removeprefix(BASE))
            assert other.alternates == head.alternates, path
        if head.alternates:
            assert head.alternates["ru"] == head.canonical
    translated = head_of(reader, bank["experience"].get_url())
    assert translated.alternates["kk"].endswith(f"/{bank['translation'].slug}/")
    assert head_of(reader, bank["guide"].get_url()).alternates == {}


@pytest.mark.django_db
def test_a_text_written_in_one_language_has_one_address(reader):
    text = factories.text(body_kk="")
    for language in LANGUAGES:
        head = head_of(reader, text.get_url().replace("/ru/", f"/{language}/"))
        assert head.canonical == f"{BASE}{text.get_url()}"
        assert head.alternates == {}


@pytest.mark.django_db
def test_a_question_leads_to_the_list_and_a_part_of_a_list_only_to_itself(reader, indexed):
    factories.experience(live=True)
    indexed()
    asked = head_of(reader, "/ru/experience/?grade=3")
    assert (asked.canonical, asked.alternates) == (f"{BASE}/ru/experience/", {})
    assert head_of(reader, "/ru/experience/?page=2").canonical == ""


@pytest.mark.django_db
def test_a_material_is_cited_with_its_authors_date_and_address(reader, indexed):
    page = materials()["experience"]
    indexed()
    head = head_of(reader, page.get_url().replace("/ru/", "/kk/"))
    assert head.one("citation_title") == head.one("dcterms.title") == page.title
    assert head.one("citation_author") == "Оспанова, Лейла Маратовна"
    assert re.fullmatch(r"\d{4}/\d\d/\d\d", head.one("citation_publication_date"))
    assert head.one("dcterms.issued") == head.one("citation_publication_date").replace("/", "-")
    assert head.one("dcterms.identifier") == f"{BASE}/m/{page.number}/"
    assert head.one("dcterms.language") == "ru"
    assert head.one("og:locale") == "ru_RU"


@pytest.mark.django_db
def test_the_first_picture_stands_for_its_material_and_the_sign_for_the_rest(reader, indexed):
    page = factories.experience()
    page.pictures.add(MaterialPicture(image=factories.picture(), caption="Карточки"))
    page.save_revision().publish()
    bare = factories.guide(live=True)
    indexed()
    assert re.search(r"/media/.+\.jpg$", head_of(reader, page.get_url()).one("og:image"))
    for path in ("/ru/", bare.get_url()):
        image = head_of(reader, path).one("og:image")
        with Image.open(stored(image.removeprefix(BASE))) as picture:
            assert picture.size == (1200, 630)


@pytest.mark.django_db
def test_pages_that_are_none_tell_machines_nothing(reader):
    factories.home()
    head = reader.get("/ru/nowhere/").content.decode().partition("</head>")[0]
    for told in ("canonical", "hreflang", "og:", "ld+json"):
        assert told not in head


@pytest.mark.parametrize(
    "change",
    [
        {"meta": {"og:title": ["a"]}},
        {"canonical": "/ru/"},
        {"alternates": {"kk": "/kk/"}},
        {"meta": {"dcterms.autor": ["a"]}},
        {"meta": {"citation_title": ["a"]}},
    ],
)
def test_a_fault_would_be_seen(change):
    whole = Head("/", {name: [f"{BASE}/"] for name in (*OPEN_GRAPH, "description")}, f"{BASE}/")
    assert faults(whole) == []
    wrong = Head("/", **{"meta": whole.meta, "canonical": whole.canonical, **change})
    if "meta" in change and "og:title" not in change["meta"]:
        wrong.meta = whole.meta | change["meta"]
    assert faults(wrong)
