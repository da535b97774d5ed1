"""Questions that are asked often, as they may be suggested to others."""

import re

from django.db.models import Count, F, Max, Sum

from search.demand.privacy import names_a_person
from search.demand.records import AskedQuestion

# What was asked on fewer days may be one person's own.
LEAST_DAYS = 3
MOST_QUESTIONS = 100

# A year is the longest number that belongs into a question of somebody else.
_LONG_NUMBER = re.compile(r"\d{5}")


def frequent_questions(language: str) -> list[str]:
    """At most MOST_QUESTIONS of one interface language, on most days first; one query.

    Only days count on which somebody who is not signed in asked and something was found.
    """
    rows = (
        AskedQuestion.objects.filter(language=language, asked__gt=F("unfound"))
        .order_by()
        .values("key")
        .annotate(question=Max("text"), days=Count("day"), times=Sum("asked"))
        .filter(days__gte=LEAST_DAYS)
        .order_by("-days", "-times", "key")
    )
    questions = [row["question"] for row in rows[:MOST_QUESTIONS]]
    return [text for text in questions if not (names_a_person(text) or _LONG_NUMBER.search(text))]
