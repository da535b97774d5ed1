"""The log of questions gathered into the database by the background process, and old rows pruned."""

import json
import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from search.analysis.words import words
from search.demand.log import Line
from search.demand.records import AskedQuestion, GatheredLog, MissedTopic

logger = logging.getLogger(__name__)


def gather() -> int:
    """Add what was noted up to the last call to the database; returns the number of questions.

    The log is set aside in one call and read in the next: by then every process that had it open has
    written its line.
    """
    log = Path(settings.SEARCH_QUERY_LOG_PATH)
    gathered = 0
    for aside in sorted(log.parent.glob(f"{log.name}.*.aside")):
        gathered += _add_once(aside)
        aside.unlink()
        GatheredLog.objects.all().delete()
    if log.exists():
        log.replace(log.with_name(f"{log.name}.{uuid4().hex}.aside"))
    return gathered


def prune() -> int:
    """Delete questions and missed topics older than SEARCH_QUERY_LOG_DAYS; returns their number."""
    oldest = timezone.localdate() - timedelta(days=settings.SEARCH_QUERY_LOG_DAYS)
    questions, _ = AskedQuestion.objects.filter(day__lt=oldest).delete()
    topics, _ = MissedTopic.objects.filter(day__lt=oldest).delete()
    return questions + topics


def key_of(text: str) -> str:
    """Under what forms of writing of a question are one: its folded words."""
    return " ".join(word.form for word in words(text))


def _lines(path: Path) -> Iterator[Line]:
    """The lines of a log; one that a full disk cut short is passed over."""
    for line in filter(None, path.read_text("utf-8", errors="replace").split("\n")):
        try:
            yield Line(*json.loads(line))
        except (ValueError, TypeError):
            logger.warning("A line of the log of questions is broken: %r", line[:80])


@transaction.atomic
def _add_once(path: Path) -> int:
    """Add the lines of a log, unless a process that died before it deleted the log has added them."""
    _, is_new = GatheredLog.objects.get_or_create(name=path.name)
    return _add(_lines(path)) if is_new else 0


def _add(lines: Iterable[Line]) -> int:
    asked: Counter[tuple[str, str, str]] = Counter()
    unfound: Counter[tuple[str, str, str]] = Counter()
    texts: dict[tuple[str, str, str], str] = {}
    for line in lines:
        of = (key_of(line.text), line.language, line.day)
        asked[of] += 1
        unfound[of] += not line.found
        texts[of] = line.text
    for of, times in asked.items():
        key, language, day = of
        question, _ = AskedQuestion.objects.get_or_create(
            key=key,
            language=language,
            day=date.fromisoformat(day),
            defaults={"text": texts[of]},
        )
        AskedQuestion.objects.filter(pk=question.pk).update(
            text=texts[of], asked=F("asked") + times, unfound=F("unfound") + unfound[of]
        )
    return asked.total()
