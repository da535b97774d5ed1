"""`generate_bank` writes a large bank in bulk that is as sound as one written page by page."""

import random
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.html import strip_tags
from wagtail.models import Page

from demo.synthetic import bank
from demo.synthetic.writing import Topic, Writer, patterns, words
from experience.models import ExperiencePage, GuidePage, KnowledgePage, PermanentAddress
from pages.models import Generation
from portal.models import SectionPage
from search.models import Change
from tests import factories


@pytest.fixture
def sections(db: None) -> None:
    call_command("load_vocabularies")
    factories.home()
    for kind in factories.SECTIONS:
        factories.section(kind)


def generate(number: int, **options: Any) -> None:
    call_command("generate_bank", materials=number, yes=True, **options)


@pytest.mark.usefixtures("sections")
def test_the_bank_holds_the_asked_number_in_all_types_and_both_languages():
    generate(60)
    pages = KnowledgePage.objects.filter(slug__startswith="synthetic-", live=True)
    assert pages.count() == 60
    for section in SectionPage.objects.all():
        children = section.get_children().specific()
        assert section.numchild == children.count() > 5
        assert {page.kind for page in children} == {section.material_kind}
    shares = [pages.filter(language=language).count() / 60 for language in ("kk", "ru")]
    assert min(shares) > 0.25


@pytest.mark.usefixtures("sections")
def test_the_search_learns_of_the_bank_in_the_transaction_that_writes_it():
    generation, last = Generation.current(), Change.objects.latest("pk").pk
    bank.generate(3, 1, lambda done: None)
    assert Change.objects.filter(kind=Change.Kind.EVERYTHING, pk__gt=last).exists()
    assert Generation.current() != generation


@pytest.mark.usefixtures("sections")
def test_the_tree_is_sound_and_goes_on_growing():
    generate(30)
    generate(30, seed=2)
    assert Page.find_problems() == ([], [], [], [], [])
    page = factories.section("guide").add_child(
        instance=GuidePage(title="Своё", language="ru", live=False)
    )
    assert page.pk
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.usefixtures("sections")
def test_every_synthetic_page_satisfies_the_rules_of_publication():
    generate(40)
    for page in KnowledgePage.objects.specific():
        page.clean_fields()
        assert page.publishing_errors() == {}, page


@pytest.mark.usefixtures("sections")
def test_translations_share_an_address_and_a_topic():
    generate(60)
    addresses = [a for a in PermanentAddress.objects.all() if a.pages.count() == 2]
    assert addresses
    for address in addresses:
        kazakh, russian = address.pages.order_by("language")
        assert (kazakh.language, russian.language) == ("kk", "ru")
        assert list(kazakh.grades.all()) == list(russian.grades.all())


@pytest.mark.usefixtures("sections")
def test_materials_have_about_eight_hundred_words():
    generate(40)
    lengths = []
    for page in ExperiencePage.objects.all():
        texts = [page.relevance, page.conditions, page.content, page.theory, page.novelty]
        texts += [page.results_text, page.transfer, page.conclusions, str(page.steps)]
        lengths.append(len(strip_tags(" ".join(texts)).split()))
    assert 600 <= sum(lengths) / len(lengths) <= 1100


@pytest.mark.usefixtures("sections")
def test_the_same_seed_writes_the_same_texts():
    generate(10, seed=7)
    first = list(KnowledgePage.objects.order_by("pk").values_list("title", "summary"))
    KnowledgePage.objects.all().delete()
    generate(10, seed=7)
    assert list(KnowledgePage.objects.order_by("pk").values_list("title", "summary")) == first
    assert len(set(first)) == 10


@pytest.mark.usefixtures("sections")
def test_an_interruption_half_way_leaves_the_database_as_it_was(monkeypatch: pytest.MonkeyPatch):
    insert, calls = bank.insert_pages, []

    def interrupted(pages: Any) -> None:
        if len(calls) == 2:
            raise KeyboardInterrupt
        insert(pages)
        calls.append(pages)

    monkeypatch.setattr(bank, "insert_pages", interrupted)
    with pytest.raises(KeyboardInterrupt):
        generate(30)
    assert len(calls) == 2
    assert not KnowledgePage.objects.exists()
    assert not PermanentAddress.objects.exists()
    assert factories.section("technology").numchild == 0


@pytest.mark.usefixtures("sections")
def test_a_server_is_refused_without_the_users_word(settings: Any):
    assert not settings.DEBUG
    with pytest.raises(CommandError, match="--yes"):
        call_command("generate_bank", materials=5)
    settings.DEBUG = True
    call_command("generate_bank", materials=5)
    assert KnowledgePage.objects.count() == 5


@pytest.mark.django_db
def test_a_database_without_sections_is_refused():
    with pytest.raises(CommandError, match="Run seed_demo first"):
        generate(5)


@pytest.mark.usefixtures("sections")
def test_less_than_one_material_is_refused():
    with pytest.raises(CommandError, match="from 1"):
        generate(0)


def roles(language: str) -> list[tuple[str, ...]]:
    """Return the paths to every list of patterns of a language."""
    paths: list[tuple[str, ...]] = []
    for role, pool in patterns(language).items():
        paths += [(role, name) for name in pool] if isinstance(pool, dict) else [(role,)]
    return paths


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_pattern_fills_its_slots_and_begins_with_a_capital(language: str):
    chance = random.Random(3)
    for path in roles(language):
        topic = Topic.chosen(chance, chance.choice(words()["subjects"]), 5)
        for line in Writer(language, topic, chance).lines(100, *path):
            assert "{" not in line
            assert line[0] != " "
            if path[0] == "titles":
                assert line.lstrip("«0123456789-")[0].isupper() or line[0].isdigit()
                assert len(line) <= 160


def test_both_languages_have_the_same_roles_and_several_hundred_patterns():
    assert roles("kk") == roles("ru")
    pool = [
        p for language in ("kk", "ru") for path in roles(language) for p in _pool(language, path)
    ]
    assert len(set(pool)) > 400


def _pool(language: str, path: tuple[str, ...]) -> list[str]:
    pool: Any = patterns(language)
    for key in path:
        pool = pool[key]
    return pool
