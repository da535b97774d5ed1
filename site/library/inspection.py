"""What uploaded files really are: content against extension, pages, metadata of pictures."""

from io import BytesIO
from pathlib import PurePath

import pypdfium2
from defusedxml import ElementTree
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from .extraction.archive import open_zip
from .extraction.kinds import MAGIC, MAGIC_LENGTH, NEEDED_PART, ZIP
from .extraction.outcome import State, UnreadableError
from .extraction.reading import DAMAGES

MAXIMUM_PROPERTIES = 1024 * 1024


def check_content(file: File) -> None:
    """Raise ValidationError on "file" when the content is not what the extension says or is a zip bomb."""
    extension = PurePath(file.name or "").suffix[1:].lower()
    file.seek(0)
    start = file.read(MAGIC_LENGTH)
    file.seek(0)
    expected = MAGIC.get(extension)
    mismatch = ValidationError(
        {
            "file": _("This is not a .%(extension)s file: its content is of another kind.")
            % {"extension": extension}
        }
    )
    if expected and not start.startswith(expected):
        raise mismatch
    if extension == "txt" and b"\0" in file.read(4096):
        raise mismatch
    file.seek(0)
    if expected == ZIP:
        _check_archive(file, NEEDED_PART.get(extension), mismatch)
    if extension == "pdf" and count_pages(file) is None:
        raise ValidationError(
            {"file": _("The file is damaged or protected by a password and cannot be opened.")}
        )


def _check_archive(file: File, needed_part: str | None, mismatch: ValidationError) -> None:
    damaged = ValidationError({"file": _("The file is damaged and cannot be opened.")})
    try:
        with open_zip(file) as archive:
            names = set(archive.namelist())
    except UnreadableError as refusal:
        if refusal.state != State.TOO_BIG:
            raise damaged from refusal
        raise ValidationError(
            {"file": _("The file unpacks to too much and is refused.")}
        ) from refusal
    except DAMAGES as error:
        raise damaged from error
    finally:
        file.seek(0)
    if needed_part and needed_part not in names:
        raise mismatch


def count_pages(file: File) -> int | None:
    """Return the number of pages of a PDF, or what a DOCX says of itself; None where nobody knows."""
    extension = PurePath(file.name or "").suffix[1:].lower()
    file.seek(0)
    try:
        if extension == "pdf":
            document = pypdfium2.PdfDocument(file.read())
            try:
                return len(document)
            finally:
                document.close()
        if extension == "docx":
            return _docx_pages(file)
    except (UnreadableError, *DAMAGES):
        return None
    finally:
        file.seek(0)
    return None


def _docx_pages(file: File) -> int | None:
    with open_zip(file) as archive:
        if "docProps/app.xml" not in archive.namelist():
            return None
        with archive.open("docProps/app.xml") as part:
            properties = part.read(MAXIMUM_PROPERTIES)
    pages = ElementTree.fromstring(properties).findtext("{*}Pages")
    return int(pages) if pages and pages.isdigit() and int(pages) > 0 else None


def check_picture(file: File) -> None:
    """Raise ValidationError when the picture cannot be read to its end."""
    file.seek(0)
    try:
        with Image.open(file) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(_("The picture is damaged and cannot be opened.")) from error
    finally:
        file.seek(0)


def without_metadata(file: File) -> ContentFile:
    """Return the picture turned upright and without EXIF, XMP or comments; pixels stay as they are."""
    file.seek(0)
    with Image.open(file) as picture:
        kind = picture.format
        upright = ImageOps.exif_transpose(picture)
        profile = picture.info.get("icc_profile")
    bare = Image.new(upright.mode, upright.size)
    if upright.mode == "P":
        bare.putpalette(upright.getpalette() or [])
        if "transparency" in upright.info:
            bare.info["transparency"] = upright.info["transparency"]
    bare.paste(upright)
    options = {"JPEG": {"quality": 92, "optimize": True}, "WEBP": {"quality": 92}}.get(
        kind or "", {}
    )
    if profile:
        options["icc_profile"] = profile
    output = BytesIO()
    bare.save(output, format=kind, **options)
    return ContentFile(output.getvalue(), name=file.name)
