"""What is deleted from the library leaves no file behind."""

from pathlib import Path

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_the_file_of_a_deleted_document_is_deleted_after_the_commit(
    django_capture_on_commit_callbacks,
):
    document = factories.document()
    file = Path(document.file.path)
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
        assert file.exists()
    assert not file.exists()
