"""«Чего не хватило?» under a search that found nothing."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from search.demand import limits, missed
from search.demand.records import MissedTopic
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "/ru/search/missed/"
OWN = {"origin": "http://testserver"}


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()
    yield
    cache.clear()


def send(text: str = "Уроки плавания", headers=OWN, **fields):
    client = Client(enforce_csrf_checks=True)
    return client.post(ADDRESS, {"text": text, "q": "плавание", **fields}, headers=headers)


def test_24_a_page_without_hits_asks_what_was_missing_and_sets_no_cookie(reader, indexed):
    factories.experience(live=True)
    indexed()
    response = reader.get("/ru/search/?q=ъъъъ")
    assert f'action="{ADDRESS}"' in response.content.decode()
    assert not response.cookies
    assert ADDRESS not in reader.get("/ru/search/?q=карточки").content.decode()


def test_24_similar_hits_are_no_answer_either(reader, indexed):
    factories.experience(live=True, title="Карточки самопроверки")
    indexed()
    for question, missing in (
        ("карточки для бассейна олимпийской сборной", True),
        ("карточки", False),
    ):
        page = reader.get("/ru/search/", {"q": question}).content.decode()
        assert "Карточки" in page.replace("<mark>", "").replace("</mark>", "")
        assert (f'action="{ADDRESS}"' in page) is missing


def test_24_what_is_sent_is_kept_without_the_sender_and_thanked_for():
    response = send("  Уроки \x00 плавания  ")
    assert (response.status_code, response.headers["Location"]) == (302, ADDRESS)
    assert not response.cookies
    (kept,) = MissedTopic.objects.values()
    del kept["id"]
    assert kept == {
        "text": "Уроки плавания",
        "question": "плавание",
        "language": "ru",
        "day": timezone.localdate(),
    }
    thanks = Client().get(ADDRESS)
    assert "Спасибо" in thanks.content.decode()
    assert not thanks.cookies


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"referer": "https://evil.example/ru/search/"},
        {"origin": "http://testserver.evil.example"},
    ],
)
def test_a_form_of_another_site_is_refused(headers):
    assert send(headers=headers).status_code == 403
    assert not MissedTopic.objects.exists()


def test_an_old_browser_is_known_by_the_page_it_comes_from():
    assert send(headers={"referer": "http://testserver/ru/search/?q=x"}).status_code == 302


def test_one_address_sends_three_a_minute_and_another_is_not_hindered():
    assert limits.MOST_A_MINUTE == 3
    statuses = [send().status_code for _ in range(5)]
    assert statuses == [302, 302, 302, 429, 429]
    assert send(headers={**OWN, "x-forwarded-for": "203.0.113.9, 198.51.100.7"}).status_code == 302
    assert MissedTopic.objects.count() == 4


def test_nothing_of_the_address_is_kept_in_memory():
    send(headers={**OWN, "x-forwarded-for": "198.51.100.7"})
    assert not [key for key in cache._cache if "198" in key]


def test_a_day_has_an_end(monkeypatch):
    monkeypatch.setattr(missed, "MOST_A_DAY", 1)
    assert [send().status_code for _ in range(2)] == [302, 429]


@pytest.mark.parametrize("text", ["ИИН 880101300123", "пишите aigul@mail.kz", "+7 701 123-45-67"])
def test_personal_data_is_refused(text):
    response = send(text)
    assert response.status_code == 400
    assert text not in response.content.decode()
    assert not MissedTopic.objects.exists()


def test_nothing_written_shows_the_form_again_with_the_error_on_top_and_at_its_field():
    response = send("   ")
    assert response.status_code == 400
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one('[role="alert"] a')["href"] == "#missed"
    field = page.select_one("#missed")
    assert field["aria-invalid"] == "true"
    assert (
        page.find(id=field["aria-describedby"].split()[-1]).get_text()
        == "Напишите, чего не\xa0хватило."
    )
    assert page.select_one("input[name=q][type=hidden]")["value"] == "плавание"
    assert not MissedTopic.objects.exists()


def test_what_came_too_fast_stays_in_the_form():
    for _ in range(limits.MOST_A_MINUTE):
        send()
    page = BeautifulSoup(send().content, "html.parser")
    assert page.select_one("#missed")["value"] == "Уроки плавания"


def test_what_is_too_long_is_cut():
    send("я" * 5000)
    assert len(MissedTopic.objects.get().text) == missed.LONGEST


def test_other_methods_are_refused(reader):
    assert reader.put(ADDRESS).status_code == 405
