"""What the pages say of themselves in JSON-LD, held against the vocabulary of schema.org."""

import pytest

from tests.portal.machine_pages import BASE, addresses, head_of, materials
from tests.portal.schema_vocabulary import faults

LANGUAGES = ["kk", "ru"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_speaks_the_vocabulary(reader, indexed, language):
    bank = materials()
    paths = addresses(bank, language)
    indexed()
    heads = [head_of(reader, path) for path in paths]
    found = {head.path: list(faults(thing)) for head in heads for thing in head.things}
    assert {path: told for path, told in found.items() if told} == {}
    kinds = {thing["@type"] for head in heads for thing in head.things}
    assert kinds == {"LearningResource", "WebSite", "ProfilePage", "School", "BreadcrumbList"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_experience_is_a_learning_resource(reader, indexed, language):
    bank = materials()
    indexed()
    page, author = bank["experience"], bank["author"]
    path = page.get_url().replace("/ru/", f"/{language}/")
    resource = head_of(reader, path).thing("LearningResource")
    assert resource["url"] == f"{BASE}/m/{page.number}/"
    assert resource["identifier"] == page.number
    assert resource["name"] == page.title
    assert resource["description"] == page.summary
    assert resource["inLanguage"] == "ru"
    assert resource["educationalLevel"] == ["начальное", "3 класс"]
    assert resource["about"]["name"] == "Математика"
    assert resource["teaches"] == [page.aim, "3.5.1.2", "3.5.1.3"]
    assert resource["timeRequired"] == "PT8H"
    assert resource["audience"]["educationalRole"] == "учителя начальных классов"
    assert resource["author"]["name"] == "Оспанова Лейла Маратовна"
    assert resource["author"]["affiliation"]["name"] == author.school.name_ru
    assert resource["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert resource["keywords"] == ["карточки", "самопроверка"]
    assert resource["dateModified"] >= resource["datePublished"]
    based_on = {f"{BASE}/m/{bank[kind].number}/" for kind in ("technology", "guide")}
    assert set(resource["isBasedOn"]) == based_on


@pytest.mark.django_db
def test_a_guide_names_its_kind_and_no_licence_that_is_none(reader, indexed):
    bank = materials()
    indexed()
    resource = head_of(reader, bank["guide"].get_url()).thing("LearningResource")
    assert resource["learningResourceType"] == "методические рекомендации"
    assert "license" not in resource
    assert resource["author"]["@type"] == "Organization"
    technology = head_of(reader, bank["technology"].get_url()).thing("LearningResource")
    assert technology["timeRequired"] == "PT30M"


@pytest.mark.django_db
def test_a_title_that_would_end_the_script_is_read_as_it_is(reader, indexed):
    page = materials()["technology"]
    indexed()
    html = reader.get(page.get_url()).content.decode()
    script = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert "<" not in script
    assert "&" not in script
    assert head_of(reader, page.get_url()).thing("LearningResource")["name"] == page.title


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_says_where_to_search(reader, indexed, language):
    materials()
    indexed()
    action = head_of(reader, f"/{language}/").thing("WebSite")["potentialAction"]
    address = action["target"]["urlTemplate"].replace("{words}", "карточки")
    assert action["query-input"] == "required name=words"
    assert "Карточки" in reader.get(address.removeprefix(BASE)).content.decode()


@pytest.mark.django_db
def test_breadcrumbs_lead_down_to_the_page(reader, indexed):
    page = materials()["experience"]
    indexed()
    *way, last = head_of(reader, page.get_url()).thing("BreadcrumbList")["itemListElement"]
    assert [item["position"] for item in (*way, last)] == list(range(1, len(way) + 2))
    for item in way:
        assert reader.get(item["item"]["@id"].removeprefix(BASE)).status_code == 200
    assert last["name"] == page.title


@pytest.mark.parametrize(
    ("thing", "fault"),
    [
        ({"@type": "Lesson"}, "unknown type"),
        ({"@type": "Person", "teaches": "счёт"}, "no property"),
        ({"@type": "LearningResource", "about": "Математика"}, "none of"),
        ({"@type": "LearningResource", "timeRequired": "45 минут"}, "none of"),
        ({"@type": "LearningResource", "datePublished": "12.10.2026"}, "none of"),
        ({"@type": "LearningResource", "license": "/about/"}, "none of"),
        ({"@type": "LearningResource", "inLanguage": "kaz"}, "no language"),
        ({"@type": "LearningResource", "author": {"@type": "WebSite"}}, "instead of"),
        ({"@type": "LearningResource", "author": {"@type": "Person", "nam": "А"}}, "no property"),
        ({"@type": "LearningResource", "name": ""}, "is empty"),
        ({"@type": "ListItem", "item": {"@id": "/kk/"}}, "none of"),
    ],
)
def test_what_is_not_of_the_vocabulary_would_be_seen(thing, fault):
    (told,) = faults(thing)
    assert fault in told
