"""The log of questions: what is noted, how it reaches the database, what the reports say of it."""

import json
import subprocess
import sys
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from search.demand import gathering
from search.demand.log import LARGEST, Line, append
from search.demand.records import AskedQuestion, GatheredLog, MissedTopic
from tests import factories
from tests.experience.editor import signed_in

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def log(settings, tmp_path) -> Path:
    """A log of this test's own."""
    settings.SEARCH_QUERY_LOG_PATH = tmp_path / "var" / "questions.log"
    return settings.SEARCH_QUERY_LOG_PATH


@pytest.fixture
def bank(indexed, log) -> None:
    factories.experience(live=True, title="Карточки самопроверки")
    indexed()


def noted(log: Path) -> list[list]:
    return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


def ask(text: str, language: str = "ru", client: Client | None = None, **parameters) -> None:
    address = f"/{language}/search/"
    assert (client or Client()).get(address, {"q": text, **parameters}).status_code == 200


def asked(text: str = "урок", days_ago: int = 0, language: str = "ru", **fields) -> AskedQuestion:
    values = {"key": gathering.key_of(text), "text": text, "language": language, "asked": 1}
    day = timezone.localdate() - timedelta(days=days_ago)
    return AskedQuestion.objects.create(**{**values, "day": day, **fields})


def test_a_question_is_noted_with_its_day_and_whether_anything_was_found(bank, log):
    ask("  Карточки   САМОПРОВЕРКИ ")
    ask("ъъъъ", "kk")
    today = timezone.localdate().isoformat()
    assert noted(log) == [
        [today, "ru", True, "карточки самопроверки"],
        [today, "kk", False, "ъъъъ"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "***",
        "880101300123",
        "иин 880101 300123",
        "8-8-0-1-0-1-3-0-0-1-2-3",
        "+7 701 123 45 67",
        "aigul@mail.kz",
        "٨٨٠١٠١٣٠٠١٢٣",
    ],
)
def test_what_may_name_a_person_is_never_noted(bank, log, text):
    ask(text)
    assert noted(log) == []


@pytest.mark.parametrize("text", ["приказ № 130", "2024-2025 карточки", "5 класс"])
def test_other_numbers_are(bank, log, text):
    ask(text)
    assert len(noted(log)) == 1


def test_further_pages_and_filters_are_not_noted_again(bank, log):
    ask("карточки", page="2")
    ask("карточки", grade="3")
    ask("карточки", raw="1")
    assert noted(log) == []


def test_what_staff_search_is_not_noted(bank, log):
    client = Client()
    client.force_login(factories.user("methodist"))
    ask("карточки", client=client)
    assert noted(log) == []


def test_searching_writes_nothing_to_the_database(bank, log):
    ask("карточки")
    with CaptureQueriesContext(connection) as queries:
        ask("карточки")
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


def test_a_log_that_cannot_be_written_does_not_stop_the_search(bank, log, caplog):
    log.parent.write_text("a file where a folder should be")
    ask("карточки")
    assert "not noted" in caplog.text


def test_a_log_that_nobody_gathers_stops_growing(log):
    log.parent.mkdir()
    with log.open("wb") as file:
        file.truncate(LARGEST)
    append(log, Line("2026-11-23", "ru", True, "урок"))
    assert log.stat().st_size == LARGEST


def test_lines_of_several_processes_never_mix(log):
    code = (
        "import sys; from pathlib import Path; import django; django.setup()\n"
        "from search.demand.log import Line, append\n"
        "for n in range(300): append(Path(sys.argv[1]), Line('2026-11-23', 'ru', True, sys.argv[2] * 150))"
    )
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "PATH": "/usr/bin"}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    command = [sys.executable, "-c", code, str(log)]
    writers = [subprocess.Popen([*command, letter], env=environment) for letter in "аб"]
    assert [writer.wait() for writer in writers] == [0, 0]
    texts = [text for *_, text in noted(log)]
    assert sorted(set(texts)) == ["а" * 150, "б" * 150]
    assert len(texts) == 600


def test_the_log_is_gathered_by_question_language_and_day(log):
    for line in (
        Line("2026-11-22", "ru", True, "казак тили"),
        Line("2026-11-22", "ru", False, "қазақ тілі"),
        Line("2026-11-23", "ru", False, "қазақ тілі"),
        Line("2026-11-23", "kk", False, "қазақ тілі"),
    ):
        append(log, line)
    assert gathering.gather() == 0
    append(log, Line("2026-11-23", "ru", False, "қазақ тілі"))
    assert gathering.gather() == 4
    assert gathering.gather() == 1
    assert gathering.gather() == 0
    rows = AskedQuestion.objects.order_by("day", "language")
    assert list(rows.values_list("text", "language", "day", "asked", "unfound")) == [
        ("қазақ тілі", "ru", date(2026, 11, 22), 2, 1),
        ("қазақ тілі", "kk", date(2026, 11, 23), 1, 1),
        ("қазақ тілі", "ru", date(2026, 11, 23), 2, 2),
    ]


class KilledError(BaseException):
    """Nothing that the code catches: the process is gone."""


@pytest.mark.parametrize(
    ("model", "method"),
    [
        pytest.param(AskedQuestion, "save", id="before the commit"),
        pytest.param(Path, "unlink", id="after the commit"),
    ],
)
def test_questions_are_counted_once_though_the_process_is_killed(log, monkeypatch, model, method):
    append(log, Line("2026-11-23", "ru", True, "урок"))
    gathering.gather()

    def die(*arguments: object, **more: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(model, method, die)
        with pytest.raises(KilledError):
            gathering.gather()
    gathering.gather()
    gathering.gather()
    assert [row.asked for row in AskedQuestion.objects.all()] == [1]
    assert list(log.parent.iterdir()) == []
    assert not GatheredLog.objects.exists()


def test_a_broken_line_is_passed_over(log, caplog):
    append(log, Line("2026-11-23", "ru", True, "урок"))
    with log.open("a") as file:
        file.write('["2026-11-23", "ru", tr\n[1]\n')
    gathering.gather()
    assert gathering.gather() == 1
    assert caplog.text.count("is broken") == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_background_process_gathers_and_prunes(log, settings):
    settings.SEARCH_QUERY_LOG_DAYS = 30
    asked("давно", days_ago=31)
    kept = asked("недавно", days_ago=30)
    old = timezone.localdate() - timedelta(days=31)
    MissedTopic.objects.create(text="давно", language="ru", day=old)
    append(log, Line(timezone.localdate().isoformat(), "ru", True, "урок"))
    call_command("work", "--once", stdout=StringIO())
    call_command("work", "--once", stdout=StringIO())
    assert set(AskedQuestion.objects.values_list("text", flat=True)) == {kept.text, "урок"}
    assert not MissedTopic.objects.exists()


def report(name: str = "search_report", **parameters):
    response = signed_in(factories.user("head")).get(reverse(name), parameters)
    assert response.status_code == 200
    return response


def rows(response) -> list[tuple]:
    names = ("question", "language", "times", "days", "in_vain")
    return [tuple(row[name] for name in names) for row in response.context["object_list"]]


def test_24_the_report_counts_times_days_and_vain_searches():
    asked("план урока", days_ago=2, asked=3, unfound=1)
    asked("план урока", days_ago=1, asked=2)
    asked("план урока", language="kk")
    asked("эссе", asked=4, unfound=4)
    assert rows(report()) == [
        ("план урока", "ru", 5, 2, 1),
        ("эссе", "ru", 4, 1, 4),
        ("план урока", "kk", 1, 1, 0),
    ]


def test_24_the_report_is_filtered_by_result_language_period_and_words():
    asked("план урока", days_ago=20, asked=3)
    asked("эссе", asked=4, unfound=4)
    asked("эссе", language="kk", unfound=1)
    assert {row[0] for row in rows(report(found="none"))} == {"эссе"}
    assert {row[0] for row in rows(report(found="some"))} == {"план урока"}
    assert [row[:2] for row in rows(report(language="kk"))] == [("эссе", "kk")]
    assert {row[0] for row in rows(report(period="7"))} == {"эссе"}
    assert {row[0] for row in rows(report(q="УРОК"))} == {"план урока"}


def test_the_report_counts_its_rows_and_says_days_in_figures():
    for words in ("эссе", "план урока"):
        asked(words)
    page = BeautifulSoup(report().content, "html.parser")
    assert page.select_one(".pagination__end").get_text(strip=True) == "Всего: 2"
    assert page.select("tbody tr")[0].select("td")[5].get_text(strip=True) == (
        f"{timezone.localdate():%d.%m.%Y}"
    )


@pytest.mark.parametrize(("form", "kind"), [("csv", "text/csv"), ("xlsx", "spreadsheet")])
def test_the_reports_are_exported(form, kind):
    asked("эссе", unfound=1)
    for name in ("search_report", "missed_report"):
        response = report(name, export=form)
        assert kind in response.headers["Content-Type"]
    if form == "csv":
        assert "эссе" in b"".join(report(export="csv")).decode()


def test_the_menu_shows_the_reports():
    page = report("wagtailadmin_home").content.decode()
    assert reverse("search_report") in page
    assert reverse("missed_report") in page
