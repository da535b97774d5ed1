"""The lightest sizes of a picture are made in the background; pages offer them as soon as they are there."""

from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult

from library.models import PortalImage
from library.renditions import MADE_LATER, WIDTHS
from library.tasks import ask_for_light_sizes, make_light_sizes
from tests import factories


@pytest.fixture
def background(settings) -> None:
    """Tasks wait for the background process, as on a server."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def light(image: PortalImage) -> list[str]:
    return list(
        image.renditions.filter(filter_spec__contains=MADE_LATER).values_list("file", flat=True)
    )


def offered(reader: Client, path: str) -> list[str]:
    """The kinds of picture that the page offers, in their order."""
    picture = BeautifulSoup(reader.get(path).content, "html.parser").select_one("picture")
    kinds = [source["type"] for source in picture.find_all("source")]
    assert picture.img["src"].endswith((".jpg", ".jpeg"))
    return kinds


@pytest.mark.usefixtures("background")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_page_offers_them_as_soon_as_the_background_process_has_made_them(reader):
    image = factories.picture()
    page = factories.experience()
    page.pictures.create(image=image, caption="Как сидят ученики")
    page.save_revision().publish()
    call_command("search_rebuild", stdout=StringIO())
    assert light(image) == []
    assert offered(reader, page.url) == offered(reader, page.url) == ["image/webp"]
    call_command("work", "--once", stdout=StringIO())
    assert len(light(image)) == len(WIDTHS)
    assert offered(reader, page.url) == ["image/avif", "image/webp"]


@pytest.mark.usefixtures("background")
@pytest.mark.django_db
def test_a_task_that_was_lost_is_made_again_and_none_for_what_is_there():
    lacking, complete = factories.picture(), factories.picture()
    make_light_sizes.call(complete.pk)
    before = light(complete)
    DBTaskResult.objects.all().delete()
    ask_for_light_sizes()
    tasks = DBTaskResult.objects.filter(task_path=make_light_sizes.module_path)
    assert [task.args_kwargs["args"] for task in tasks] == [[lacking.pk]]
    make_light_sizes.call(complete.pk)
    assert light(complete) == before


@pytest.mark.django_db
def test_a_picture_that_is_gone_needs_none():
    image = factories.picture()
    pk = image.pk
    image.delete()
    make_light_sizes.call(pk)
    assert PortalImage.objects.count() == 0
