"""The log of questions: a file to which each process appends, since a public read writes no database.

A line is one write of less than a block at the end of the file: lines of several processes never mix.
"""

import json
import logging
import os
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from search.analysis.words import words
from search.demand.privacy import names_a_person
from search.documents import PUBLIC
from search.readers import Reader
from search.results import SearchResults

logger = logging.getLogger(__name__)

# Bytes at which a log that nobody gathers grows no further.
LARGEST = 10_000_000


class Line(NamedTuple):
    """A question as noted: the day in ISO 8601, nothing of the time nor of the reader."""

    day: str
    language: str
    found: bool
    text: str


def note(results: SearchResults, reader: Reader) -> None:
    """Note a question that was asked of the whole bank by somebody who is not signed in.

    Further pages, filters, scopes and a correction refused ask again what was asked; what may name a
    person is not noted.
    """
    query = results.query
    again = query.page > 1 or query.facets or query.scope or query.raw
    if again or reader.visibility != {PUBLIC}:
        return
    text = " ".join(query.text.lower().split())
    if not results.complete or not any(words(text)) or names_a_person(text):
        return
    today = timezone.localdate().isoformat()
    line = Line(today, reader.language, results.strong_total > 0, text)
    try:
        append(Path(settings.SEARCH_QUERY_LOG_PATH), line)
    except OSError as failure:
        # A full disk is no reason to find nothing.
        logger.warning("The question was not noted: %s", failure)


def append(path: Path, line: Line) -> None:
    """Add a line to the file, which is made if there is none; OSError where that is impossible."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        if os.fstat(descriptor).st_size < LARGEST:
            os.write(descriptor, f"{json.dumps(line, ensure_ascii=False)}\n".encode())
    finally:
        os.close(descriptor)
