"""What may be meant by the first letters of a question: texts that everybody may read."""

import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_safe

from bilingual.guessing import language_of
from search.analysis.layouts import readings
from search.analysis.words import words
from search.demand.frequent import frequent_questions
from search.engines.embedded.titles import PublicTitles
from search.engines.serving import embedded, vocabulary
from search.prefixes import PrefixIndex
from search.query import clean_text
from search.sources import Choice, Choices, facet_choices

SHORTEST, LONGEST = 2, 60
MOST = 8
# Of questions and of each facet at most so many; titles take the room that is left, or so much.
MOST_OF_A_KIND = 2
FEWEST_TITLES = 2
FACETS = ("subject", "author", "school")
TITLE = "title"
QUESTION = "question"

# After so long it is looked again which questions are frequent.
SECONDS_KEPT = 600


class Suggestion(NamedTuple):
    """A question that has hits. `kind` is "title", "question" or a facet."""

    text: str
    kind: str
    language: str


@dataclass(frozen=True)
class Offer:
    """The texts of one kind, and the index over their words."""

    suggestions: Sequence[Suggestion]
    index: PrefixIndex

    @classmethod
    def of(cls, suggestions: Iterable[Suggestion]) -> "Offer":
        """Texts that read the same are offered once."""
        distinct = list({folded(one.text): one for one in suggestions}.values())
        return cls(distinct, PrefixIndex(folded(one.text) for one in distinct))

    def starting(self, typed: Sequence[str], most: int) -> list[Suggestion]:
        """Those in which every typed word begins a word."""
        return [self.suggestions[number] for number in self.index.starting(typed, most)]


class Kept:
    """Offers in memory for as long as neither the index nor the names have changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._titles: tuple[int, Offer] | None = None
        self._questions: dict[str, tuple[int, float, Offer]] = {}
        self._names: dict[str, tuple[int, list[object], dict[str, Offer]]] = {}

    def titles(self, public: PublicTitles) -> Offer:
        """The titles of one state of the index."""
        with self._lock:
            if self._titles is None or self._titles[0] != public.generation:
                offer = Offer.of(Suggestion(t.text, TITLE, t.language) for t in public.titles)
                self._titles = (public.generation, offer)
            return self._titles[1]

    def questions(self, public: PublicTitles, language: str) -> Offer:
        """What is often asked, for SECONDS_KEPT at most; every word stands in a public text now."""
        with self._lock:
            kept = self._questions.get(language)
            now = time.monotonic()
            if kept and kept[0] == public.generation and now - kept[1] < SECONDS_KEPT:
                return kept[2]
            asked = frequent_questions(language)
            known = vocabulary().knows if asked else None
            offer = Offer.of(
                Suggestion(text, QUESTION, language_of(text, language))
                for text in asked
                if known and all(known(word.spelling) for word in words(text))
            )
            self._questions[language] = (public.generation, now, offer)
            return offer

    def names(self, public: PublicTitles, choices: Choices, language: str) -> dict[str, Offer]:
        """The names of subjects, authors and schools that have public documents."""
        given: list[object] = [choices.get(facet) for facet in FACETS]
        with self._lock:
            kept = self._names.get(language)
            if kept and kept[0] == public.generation and _same(kept[1], given):
                return kept[2]
            offers = {
                facet: Offer.of(
                    Suggestion(choice.label, facet, choice.language or language)
                    for choice in _having_documents(facet, choices, public)
                )
                for facet in FACETS
            }
            self._names[language] = (public.generation, given, offers)
            return offers


_kept = Kept()


def suggestions(request: HttpRequest, text: str) -> list[Suggestion]:
    """At most MOST questions that begin as `text` does, by words, in any order of these.

    Where nothing does, what the same keys give on another layout is tried.
    """
    language = (get_language() or "")[:2]
    public = embedded().titles()
    titles = _kept.titles(public)
    questions = _kept.questions(public, language)
    names = _kept.names(public, facet_choices(request, language), language)
    for typed in typings(text):
        begun = titles.starting(typed, MOST)
        named = [one for offer in names.values() for one in offer.starting(typed, MOST_OF_A_KIND)]
        asked = _unlike((*begun, *named), questions.starting(typed, 2 * MOST_OF_A_KIND))
        others = [*asked[:MOST_OF_A_KIND], *named]
        found = begun[: max(MOST - len(others), FEWEST_TITLES)] + others
        if found:
            return found[:MOST]
    return []


def typings(text: str) -> list[tuple[str, ...]]:
    """The folded words of a text, then of what its runs are on other keyboard layouts."""
    runs = text.split()
    others = zip_longest(*(readings(run) for run in runs))
    texts = [
        " ".join(reading or run for reading, run in zip(each, runs, strict=True)) for each in others
    ]
    found = [tuple(word.form for word in words(one)) for one in (text, *texts)]
    return [typed for typed in found if sum(map(len, typed)) >= SHORTEST]


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(word.form for word in words(text))


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Answer `?q=` with {"suggestions": [{text, kind, label, lang}]}; see docs/api.md."""
    labels = {
        TITLE: pgettext("suggestion", "material"),
        QUESTION: pgettext("suggestion", "often asked"),
        "subject": pgettext("suggestion", "subject"),
        "author": pgettext("suggestion", "author"),
        "school": pgettext("suggestion", "school"),
    }
    found = suggestions(request, clean_text(request.GET.get("q", ""))[:LONGEST])
    return JsonResponse(
        {
            "suggestions": [
                {
                    "text": one.text,
                    "kind": one.kind,
                    "label": labels[one.kind],
                    "lang": one.language,
                }
                for one in found
            ]
        },
        json_dumps_params={"ensure_ascii": False},
    )


def _unlike(better: Iterable[Suggestion], questions: list[Suggestion]) -> list[Suggestion]:
    """The questions that do not read as a title or a name does: that is better written."""
    texts = {folded(one.text) for one in better}
    return [one for one in questions if folded(one.text) not in texts]


def _having_documents(facet: str, choices: Choices, public: PublicTitles) -> list[Choice]:
    having = public.values.get(facet, frozenset())
    return [choice for value, choice in choices.get(facet, {}).items() if value in having]


def _same(kept: list[object], given: list[object]) -> bool:
    return all(one is other for one, other in zip(kept, given, strict=True))
