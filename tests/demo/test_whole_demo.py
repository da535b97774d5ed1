"""The whole content passes the strict rules of publication."""

import pytest
from django.core.management import call_command

from demo.content import read_content
from experience.models import KnowledgePage


@pytest.mark.django_db
def test_every_material_of_the_content_is_published():
    call_command("seed_demo")
    assert KnowledgePage.objects.live().count() == len(read_content().materials)
