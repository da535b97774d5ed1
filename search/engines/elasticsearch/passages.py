"""Passages as the index stores them to be quoted: written, looked up, read.

They are documents of their own inside the document, so that the server finds the few that are worth
reading and sends no others, however long a file is.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from search.engines.elasticsearch.queries import Query, any_of
from search.prepare import BODY, TITLE_PLACE, Passage
from search.snippets import MOST_LOOKED_AT

PASSAGES = "passages"
"""The field of the passages of a body; the title is stored in a field of its own."""

MAPPING: dict[str, Any] = {
    "dynamic": False,
    "properties": {
        "section": {"type": "keyword"},
        "place": {"type": "integer"},
        "place_in_section": {"type": "integer"},
        "stems": {
            "type": "text",
            "analyzer": "whitespace",
            "index_options": "docs",
            "norms": False,
        },
    },
}
"""By what passages are found; whatever else they have is only sent."""


def quotable(passages: Sequence[Passage]) -> dict[str, Any]:
    """The fields of a document from which it is quoted: title and body, no keywords."""
    body = [passage for passage in passages if passage.field == BODY]
    before: Counter[str] = Counter()
    numbered = []
    for place, passage in enumerate(body):
        places = {"place": place, "place_in_section": before[passage.section]}
        numbered.append({**places, **_stored(passage)})
        before[passage.section] += 1
    return {"title": _stored(passages[TITLE_PLACE]), PASSAGES: numbered}


def telling(wanted: Collection[str], section: str) -> Query:
    """Sends with a document the passages that are worth reading; tells no documents apart.

    They are the most telling for the stems wanted (`search.snippets.most_telling`) and, should none
    have any, the first. `section` is that which they must stand in, "" for any.
    """
    place = "place_in_section" if section else "place"
    looked_for = [_scoring(1, "stems", stem) for stem in wanted]
    within = [any_of(f"{PASSAGES}.section", [section])] if section else []
    return {
        "nested": {
            "path": PASSAGES,
            "query": {
                "bool": {
                    "filter": within,
                    "should": [*looked_for, _scoring(0, place, 0)],
                    "minimum_should_match": 1,
                }
            },
            "score_mode": "none",
            "inner_hits": {
                "size": MOST_LOOKED_AT,
                "sort": [{"_score": "desc"}, {f"{PASSAGES}.place": "asc"}],
            },
        }
    }


def sent_with(hit: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The passages that were sent with a document, the most telling first."""
    if "inner_hits" not in hit:
        return []
    return [passage["_source"] for passage in hit["inner_hits"][PASSAGES]["hits"]["hits"]]


def passage_of(stored: Mapping[str, Any], field: str) -> Passage:
    """A passage as it was prepared, without its forms."""
    return Passage(
        field=field,
        section=stored["section"],
        language=stored["language"],
        label=stored["label"],
        text=stored["text"],
        starts=array("I", accumulate(map(int, stored["steps"].split()))),
        stems=stored["stems"],
        forms="",
    )


def _stored(passage: Passage) -> dict[str, Any]:
    return {
        "section": passage.section,
        "language": passage.language,
        "label": dict(passage.label),
        "text": passage.text,
        # From word to word, in one string: short, and read only where the passage is quoted.
        "steps": " ".join(map(str, _steps(passage.starts))),
        "stems": passage.stems,
    }


def _steps(starts: Iterable[int]) -> Iterable[int]:
    return (following - start for start, following in pairwise([0, *starts]))


def _scoring(score: float, field: str, value: str | int) -> Query:
    term = {"term": {f"{PASSAGES}.{field}": value}}
    return {"constant_score": {"filter": term, "boost": score}}
