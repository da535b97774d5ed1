"""What `seed_demo` leaves in an empty database, and what it does to its own state when run again."""

from collections import Counter
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from accounts.models import Author
from demo.content import Content
from experience.models import (
    ExperiencePage,
    GuidePage,
    KnowledgePage,
    PermanentAddress,
    Tag,
    TechnologyPage,
)
from library.models import PortalDocument
from pages.models import DistrictSettings
from portal.models import ActPage, HomePage, SectionPage
from tests.demo.state import counts, stored_files

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.django_db]


def test_the_demo_district_stands_in_an_empty_database(small_content: Content):
    assert KnowledgePage.objects.live().count() == len(small_content.materials) == 5
    assert {s.material_kind for s in SectionPage.objects.live()} == {
        "experience",
        "guide",
        "technology",
    }
    site = Site.objects.get(is_default_site=True)
    assert isinstance(site.root_page.specific, HomePage)
    assert Page.objects.filter(depth=2).count() == 1
    assert DistrictSettings.current().district_kk == "Ақжайлау ауданы"


def test_a_material_has_everything_of_its_file():
    page = ExperiencePage.objects.get(slug="kartochki-samoproverki")
    assert page.number == "0214"
    assert page.first_published_at.date() == page.last_published_at.date() == date(2026, 10, 12)
    assert not page.has_unpublished_changes
    assert page.publishing_errors() == {}
    assert [row.indicator for row in page.results.all() if row.is_main] == [
        "Задачи в два действия, решённые верно"
    ]
    assert [step.value["minutes"] for step in page.steps][:2] == [3, 12]
    assert {use.technology.language for use in page.technology_uses.all()} == {"ru"}
    assert [link.guide.slug for link in page.guide_links.all()] == ["samoproverka-i-vzaimoproverka"]
    first = page.authorships.all()[0]
    assert (first.post_kk, first.category.code) == ("бастауыш сынып мұғалімі", "researcher")
    assert all(row.document.page_count for row in page.files.all())
    assert all(row.image.alt_kk and row.image.alt_ru for row in page.pictures.all())
    assert page.responsible.username == "zhunisova"


def test_translations_share_their_number_and_links_lead_to_the_same_language():
    russian, kazakh = KnowledgePage.objects.filter(address_id=214).order_by("-language")
    assert (russian.language, kazakh.language) == ("ru", "kk")
    assert kazakh.slug == f"{russian.slug}-kk"
    uses = kazakh.specific.technology_uses.all()
    assert [use.technology.language for use in uses] == ["kk"]


def test_a_tag_known_in_both_languages_is_one_tag():
    tag = Tag.objects.get(name_ru="совмещённый класс")
    assert tag.name_kk == "біріктірілген сынып"
    languages = {item.content_object.language for item in tag.tagged_materials.all()}
    assert languages == {"kk", "ru"}


def test_tables_and_tasks_of_a_guide_are_blocks():
    guide = GuidePage.objects.get(slug="samoproverka-i-vzaimoproverka")
    kinds = Counter(block.block_type for block in guide.main_part)
    assert kinds["task"] == 8
    table = next(block for block in guide.main_part if block.block_type == "table")
    assert table.value["table"].columns[0]["heading"] == "Ступень"
    assert len(list(table.value["table"].rows)) == 5


def test_an_act_has_its_file_and_leads_to_the_one_that_replaced_it(small_content: Content):
    old = ActPage.objects.get(state=ActPage.State.REPEALED)
    assert old.replaced_by.slug == "regulation"
    assert old.document.page_count >= 1
    assert "<h2>" in old.body_kk


def test_the_next_new_material_gets_the_next_number():
    assert PermanentAddress.objects.create().number == 215


def test_a_seeded_material_is_published_by_another_person_than_its_author():
    revision = TechnologyPage.objects.first().latest_revision
    assert revision.user.username == "zhunisova"
    assert revision.user.has_perm("wagtailadmin.access_admin")


def test_a_database_with_materials_is_refused():
    before = counts()
    with pytest.raises(CommandError, match="--again"):
        call_command("seed_demo")
    assert counts() == before


def test_seeding_again_makes_no_doubles_and_restores_the_texts():
    before, files = counts(), stored_files()
    ExperiencePage.objects.filter(slug="kartochki-samoproverki").update(summary="испорчено")
    call_command("seed_demo", again=True)
    changed = {
        name: (number, before[name]) for name, number in counts().items() if number != before[name]
    }
    grow = {
        "search.Change",
        "wagtailcore.Revision",
        "wagtailcore.PageLogEntry",
        "wagtailcore.ModelLogEntry",
    }
    assert set(changed) <= grow | {"wagtailcore.ReferenceIndex"}
    assert stored_files() == files
    assert ExperiencePage.objects.get(slug="kartochki-samoproverki").summary != "испорчено"


def test_seeding_again_leaves_other_materials_alone():
    section = SectionPage.objects.get(material_kind="guide")
    own = section.add_child(instance=GuidePage(title="Своё пособие", language="ru", live=False))
    call_command("seed_demo", again=True)
    own.refresh_from_db()
    assert (own.title, own.live) == ("Своё пособие", False)


def test_a_number_that_another_material_has_is_never_taken_over():
    KnowledgePage.objects.filter(address_id=214, language="ru").update(slug="drugoi-material")
    with pytest.raises(CommandError, match="№ 0214 belongs to another material"):
        call_command("seed_demo", again=True)


def test_people_of_the_district_have_names_in_both_scripts():
    author = Author.objects.get(slug="zhunisova-a")
    assert (author.surname_kk, author.surname_ru) == ("Жүнісова", "Жунусова")
    assert Author.objects.get(slug="mentors").kind == Author.Kind.GROUP
    assert Author.objects.count() == 25


def test_a_document_is_stored_once_for_all_materials_that_have_it(small_content: Content):
    names = [row["file"] for m in small_content.materials for row in m.values.get("files") or []]
    acts = [act["file"] for act in small_content.acts]
    assert PortalDocument.objects.count() == len(set(names + acts))
