"""compose.yaml names only what exists. It is read here, not run."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from tests.whole_site.processes import ROOT
from tests.whole_site.test_documents import documented

OURS = ("portal", "worker", "prepare")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def test_every_setting_of_the_portal_is_documented(compose) -> None:
    known = documented("settings.md") | {"DJANGO_SETTINGS_MODULE"}
    for name in OURS:
        assert compose["services"][name]["environment"].keys() - known == set()


def test_every_command_exists(compose) -> None:
    commands = " ".join(compose["services"][name].get("command", "") for name in OURS)
    named = re.findall(r"manage\.py (\w+)", commands)
    assert set(named) - get_commands().keys() == set()
    assert "work" in named


def test_every_service_and_volume_that_is_named_is_there(compose) -> None:
    services = compose["services"]
    for service in services.values():
        assert service.get("depends_on", {}).keys() <= services.keys()
        for volume in service.get("volumes", []):
            assert volume.partition(":")[0] in compose["volumes"]
    environment = services["portal"]["environment"]
    hosts = re.findall(
        r"@(\w+)", f"{environment['DATABASE_URL']} {environment['ELASTICSEARCH_URL']}"
    )
    assert set(hosts) <= services.keys()


def test_images_have_a_version_and_no_secret_has_a_value(compose) -> None:
    for service in compose["services"].values():
        assert "build" in service or re.fullmatch(r"\w+:\d+\.\d+(\.\d+)?", service["image"])
        for name, value in service["environment"].items():
            if "PASSWORD" in name or name == "SECRET_KEY":
                assert re.fullmatch(r"\$\{\w+:\?\}", value)


def test_only_this_machine_reaches_the_portal_and_nothing_else(compose) -> None:
    published = {name: service.get("ports") for name, service in compose["services"].items()}
    assert {name for name, ports in published.items() if ports} == {"portal"}
    assert all(port.startswith("127.0.0.1:") for port in published["portal"])


def test_the_elasticsearch_is_the_one_that_the_tests_run_on(compose) -> None:
    pom = Path(ROOT / "tests/services/elasticsearch/pom.xml").read_text(encoding="utf-8")
    (version,) = re.findall(r"<elasticsearch.version>(.*)</elasticsearch.version>", pom)
    assert compose["services"]["elasticsearch"]["image"] == f"elasticsearch:{version}"


def test_the_image_is_built_of_files_that_exist() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY")]
    assert all((ROOT / name).exists() for name in copied)
    assert (ROOT / "gunicorn.conf.py").exists()
