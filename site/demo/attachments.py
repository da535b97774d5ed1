"""Pictures and documents of the demo district: put into the library once, replaced when they change."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models.fields.files import FieldFile
from wagtail.utils.file import hash_filelike

from library.inspection import without_metadata
from library.models import PortalDocument, PortalImage


class Library:
    """Puts files into the library and knows which it put there, so that a failure can take them back."""

    def __init__(self) -> None:
        self._stored: list[tuple[Storage, str]] = []
        self._known: dict[Path, Any] = {}

    def picture(self, path: Path, **fields: str) -> PortalImage:
        """Return the library's picture of the file, stored or updated."""
        return self._store(PortalImage, path, fields)

    def document(self, path: Path, **fields: str) -> PortalDocument:
        """Return the library's document of the file, stored or updated; a replaced one keeps its address."""
        return self._store(PortalDocument, path, fields)

    @contextmanager
    def taken_back_on_failure(self) -> Iterator["Library"]:
        """Delete from the disk what was stored inside the block when it ends with an error."""
        with ExitStack() as on_failure:
            on_failure.callback(self._delete_stored)
            yield self
            on_failure.pop_all()

    def _delete_stored(self) -> None:
        for storage, name in self._stored:
            storage.delete(name)

    def _store(self, model: type[Any], path: Path, fields: dict[str, str]) -> Any:
        if path in self._known:
            return self._known[path]
        record = _stored_before(model, path) or model()
        for name, value in fields.items():
            setattr(record, name, value)
        content = _as_stored(model, path)
        changed = record.file_hash != hash_filelike(content)
        if changed and record.pk:
            _forget_file(record)
        if changed:
            record.file = content
        record.full_clean()
        record.save()
        if changed:
            self._stored += [(file.storage, file.name) for file in _files_of(record)]
        self._known[path] = record
        return record


def _stored_before(model: type[Any], path: Path) -> Any:
    """Return the record that was stored from a file of this name, however the storage called it."""
    stored_name = re.compile(rf"(.*/)?{re.escape(path.stem)}(_\w{{7}})?{re.escape(path.suffix)}")
    for record in model.objects.filter(file__contains=path.stem):
        if stored_name.fullmatch(record.file.name):
            return record
    return None


def _as_stored(model: type[Any], path: Path) -> ContentFile:
    """Return the content of the file as the library keeps it: pictures without their metadata."""
    content = ContentFile(path.read_bytes(), name=path.name)
    return without_metadata(content) if model is PortalImage else content


def _files_of(record: Any) -> Iterator[FieldFile]:
    """The file of the record and, of a picture, its sizes."""
    yield record.file
    if isinstance(record, PortalImage):
        yield from (rendition.file for rendition in record.renditions.all())


def _forget_file(record: Any) -> None:
    """Drop the sizes of a replaced picture, and its old file once the replacement is certain."""
    storage, name = record.file.storage, record.file.name
    transaction.on_commit(lambda: storage.delete(name))
    if isinstance(record, PortalImage):
        record.renditions.all().delete()
