"""What methodists do about the questions of the report: synonyms and commissioned topics."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.roles import HEAD, METHODIST, PUBLISHER
from search.demand.gathering import key_of
from search.models import AskedQuestion, CommissionedTopic, SynonymGroup
from tests import factories
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db

SYNONYM = "wagtailsnippets_search_synonymgroup"
TOPIC = "wagtailsnippets_search_commissionedtopic"


def asked(text: str, language: str = "ru") -> None:
    AskedQuestion.objects.create(
        key=key_of(text), text=text, language=language, day=timezone.localdate(), asked=2
    )


def page_of(person, name: str) -> BeautifulSoup:
    response = signed_in(person).get(reverse(name))
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def actions(person, *, row: int = 0) -> dict[str, str]:
    """The addresses of the buttons in a row of the report, by the paths that they lead to."""
    cells = page_of(person, "search_report").select("table.listing tbody tr")[row]
    links = [link["href"] for link in cells.select("td a[href*='question=']")]
    return {urlsplit(link).path: link for link in links}


def test_the_buttons_of_the_report_begin_a_form_with_the_question():
    asked("қазақ тілі, 5-сынып", "kk")
    publisher = factories.user(PUBLISHER)
    links = actions(publisher)
    assert list(links) == [reverse(f"{SYNONYM}:add"), reverse(f"{TOPIC}:add")]
    client = signed_in(publisher)
    form = client.get(links[reverse(f"{SYNONYM}:add")]).context["form"]
    assert (form["words_kk"].value(), form["words_ru"].value()) == ("қазақ тілі 5-сынып", "")
    form = client.get(links[reverse(f"{TOPIC}:add")]).context["form"]
    assert form["question"].value() == "қазақ тілі, 5-сынып"
    assert (form["language"].value(), form["responsible"].value()) == ("kk", publisher.pk)
    assert not SynonymGroup.objects.exists()
    assert not CommissionedTopic.objects.exists()


@pytest.mark.parametrize("query", ["", "?question=", "?question=урок&language=xx", "?language=ru"])
def test_a_form_without_a_question_is_empty(query):
    response = signed_in(factories.user(PUBLISHER)).get(reverse(f"{TOPIC}:add") + query)
    assert not response.context["form"]["question"].value()


@pytest.mark.parametrize(
    ("role", "names"), [(METHODIST, [TOPIC]), (PUBLISHER, [SYNONYM, TOPIC]), (HEAD, [])]
)
def test_the_report_offers_what_a_role_may_do(role, names):
    asked("эссе")
    assert list(actions(factories.user(role))) == [reverse(f"{name}:add") for name in names]


def test_a_commissioned_question_says_so_and_is_not_commissioned_again():
    asked("казак тили", "kk")
    asked("казак тили", "ru")
    methodist = factories.user(METHODIST)
    data = {
        "question": "Қазақ тілі",
        "language": "kk",
        "note": "",
        "responsible": methodist.pk,
        "state": "open",
        "material": "",
    }
    signed_in(methodist).post(reverse(f"{TOPIC}:add"), data)
    topic = CommissionedTopic.objects.get()
    inspect = reverse(f"{TOPIC}:inspect", args=[topic.pk])
    rows = page_of(factories.user(METHODIST), "search_report").select("table.listing tbody tr")
    found = {
        bool(row.select(f'a[href="{inspect}"]')): len(row.select("a[href*='question=']"))
        for row in rows
    }
    assert found == {True: 0, False: 1}


def test_the_report_asks_once_for_all_topics():
    for number in range(5):
        asked(f"тема {number}")
    client = signed_in(factories.user(METHODIST))
    client.get(reverse("search_report"))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("search_report"))
    assert len([query for query in queries if "commissionedtopic" in query["sql"]]) == 1


def test_a_topic_is_done_by_a_material():
    person = factories.user(METHODIST)
    topic = CommissionedTopic(question="эссе", language="ru", responsible=person, state="done")
    with pytest.raises(ValidationError) as refused:
        topic.full_clean(exclude=["key"])
    assert list(refused.value.error_dict) == ["material"]
    topic.material = factories.experience(live=True).page_ptr
    topic.full_clean(exclude=["key"])


def test_the_first_page_shows_my_topics_in_work():
    mine, other = factories.user(METHODIST), factories.user(METHODIST)
    material = factories.experience(live=True).page_ptr
    for question, person, state in (
        ("моя", mine, "open"),
        ("чужая", other, "open"),
        ("готовая", mine, "done"),
    ):
        CommissionedTopic.objects.create(
            question=question, language="ru", responsible=person, state=state, material=material
        )
    panel = page_of(mine, "wagtailadmin_home").select("#my-topics-section td.title a")
    assert [link.get_text() for link in panel] == ["моя"]
    page = page_of(factories.user(METHODIST), "wagtailadmin_home")
    assert not page.select("#my-topics-section")


def test_topics_stand_beside_the_reports():
    page = page_of(factories.user(HEAD), "wagtailadmin_home")
    assert reverse(f"{TOPIC}:list") in str(page)
    listed = signed_in(factories.user(HEAD)).get(reverse(f"{TOPIC}:list"), {"q": "ЭССЕ"})
    assert listed.status_code == 200


def test_the_question_of_an_address_stays_within_its_bounds():
    asked("а" * 200)
    link = actions(factories.user(METHODIST))[reverse(f"{TOPIC}:add")]
    assert parse_qs(urlsplit(link).query)["language"] == ["ru"]
    response = signed_in(factories.user(METHODIST)).get(f"{link}{'а' * 300}")
    assert response.status_code == 200
