"""Every setting of the environment has the effect that docs/settings.md names.

A test of an effect is marked with the setting; a setting of the document without one fails.
"""

import ast
from pathlib import Path

import pytest

from tests.whole_site.mailbox import mailbox
from tests.whole_site.processes import ROOT, in_production
from tests.whole_site.test_documents import documented


def settings_of_marks(source: str) -> set[str]:
    """The names in `@pytest.mark.setting(…)`."""
    return {
        argument.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.setting"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }


def test_every_documented_setting_has_a_test_of_its_effect():
    tested: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        tested |= settings_of_marks(path.read_text(encoding="utf-8"))
    assert documented("settings.md") - tested == set()
    assert tested - documented("settings.md") == set()


def test_a_mark_is_seen():
    assert settings_of_marks('@pytest.mark.setting("A", "B")\ndef test(): pass') == {"A", "B"}
    assert settings_of_marks('@pytest.mark.skip("A")\ndef test(): pass') == set()


@pytest.mark.setting("SECRET_KEY")
def test_another_secret_key_signs_otherwise():
    code = "from django.core.signing import Signer; print(Signer().sign('link'))"
    first = in_production(code)
    assert first == in_production(code)
    assert first != in_production(code, SECRET_KEY="y8" * 30)


@pytest.mark.setting("ALLOWED_HOSTS")
def test_only_the_allowed_hosts_are_answered():
    code = """
from django.core.exceptions import DisallowedHost
from django.test import RequestFactory
for host in ("kitaphana.example", "evil.example"):
    try:
        print(RequestFactory().get("/", headers={"host": host}).get_host())
    except DisallowedHost:
        print("refused")
"""
    hosts = "bank.example,kitaphana.example"
    assert in_production(code, ALLOWED_HOSTS=hosts).split() == ["kitaphana.example", "refused"]


@pytest.mark.setting("BASE_ADDRESS")
def test_permanent_addresses_begin_with_the_base_address():
    code = """
from types import SimpleNamespace
from experience.presentation.citation import citation
from experience.reading import MaterialParts
from pages.models import DistrictSettings
page = SimpleNamespace(address_id=214, number="0214", first_published_at=None, title="Опыт", language="ru")
print(citation(page, MaterialParts(), DistrictSettings())["url"])
"""
    assert in_production(code) == "https://bank.example/m/0214/"
    other = in_production(code, BASE_ADDRESS="https://bank.kz/")
    assert other == "https://bank.kz/m/0214/"


CONNECT = "from django.db import connection; connection.ensure_connection()"


@pytest.mark.setting("VAR_DIR")
def test_what_is_stored_lies_in_the_folder_of_var_dir(tmp_path: Path):
    code = f"""
{CONNECT}
from django.core.files.storage import storages
from django.conf import settings
paths = [storages["default"].path("a"), storages["documents"].path("a")]
print(*paths, settings.STATIC_ROOT, settings.SEARCH_INDEX_PATH)
"""
    paths = in_production(code, VAR_DIR=str(tmp_path), DATABASE_URL="").split()
    assert (tmp_path / "database.sqlite3").exists()
    assert len(paths) == 4
    assert all(Path(path).is_relative_to(tmp_path) for path in paths)


@pytest.mark.setting("DATABASE_URL")
def test_another_database_is_used_where_one_is_named(tmp_path: Path):
    named = tmp_path / "other.sqlite3"
    in_production(CONNECT, VAR_DIR=str(tmp_path), DATABASE_URL=f"sqlite:///{named}")
    assert named.exists()
    assert not (tmp_path / "database.sqlite3").exists()
    code = "from django.db import connection; print(connection.vendor, connection.settings_dict['HOST'])"
    url = "postgresql://bank:word@db.example/bank"
    assert in_production(code, DATABASE_URL=url) == "postgresql db.example"


@pytest.mark.setting("TIME_ZONE")
def test_the_day_begins_in_the_time_zone():
    code = """
from datetime import datetime, UTC
from django.utils.timezone import localtime
print(localtime(datetime(2026, 11, 22, 21, tzinfo=UTC)).date())
"""
    assert in_production(code) == "2026-11-23"
    assert in_production(code, TIME_ZONE="UTC") == "2026-11-22"


@pytest.mark.setting("SEARCH_QUERY_LOG_DAYS")
def test_questions_are_kept_for_so_many_days():
    code = "from django.conf import settings; print(settings.SEARCH_QUERY_LOG_DAYS)"
    assert in_production(code) == "90"
    assert in_production(code, SEARCH_QUERY_LOG_DAYS="30") == "30"


@pytest.mark.setting("SECURE_SSL_REDIRECT")
def test_plain_http_is_redirected_unless_a_proxy_does_it():
    code = """
from django.test import Client
answer = Client().get("/", headers={"host": "bank.example"})
print(answer.status_code, answer.headers["Location"])
"""
    assert in_production(code) == "301 https://bank.example/"
    assert in_production(code, SECURE_SSL_REDIRECT="0") == "302 /kk/"


@pytest.mark.setting("EMAIL_HOST", "EMAIL_PORT", "DEFAULT_FROM_EMAIL")
def test_mails_go_to_the_mail_server_from_the_sender():
    code = """
from django.core.mail import send_mail
print(send_mail("Құпиясөз", "Пароль", None, ["methodist@bank.example"]))
"""
    with mailbox() as received:
        sent = in_production(
            code,
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=str(received.port),
            DEFAULT_FROM_EMAIL="bank@bank.example",
        )
    assert sent == "1"
    assert received.senders == ["bank@bank.example"]


@pytest.mark.setting("ELASTICSEARCH_URL")
def test_an_elasticsearch_is_kept_beside_the_embedded_engine():
    code = "from search.engines.serving import kept_engines; print(*kept_engines())"
    assert in_production(code) == "embedded"
    address = "http://127.0.0.1:9200"
    assert in_production(code, ELASTICSEARCH_URL=address) == "embedded elasticsearch"
