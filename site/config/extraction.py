"""Interface texts of Django templates, for Babel, which knows those of Python and Jinja itself."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import IO, Any

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize


def django_templates(
    file: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Any,
) -> Iterator[Any]:
    """Yield the texts of a template as Babel expects them of an extraction method.

    Django turns the template into calls of gettext amid blanked text; the brackets let its indentation pass as Python.
    """
    source = templatize(file.read().decode())
    yield from extract_python(BytesIO(f"({source}\n)".encode()), keywords, comment_tags, options)
