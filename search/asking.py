"""One question of a reader, answered: what the page, its JSON and its feed have in common."""

from dataclasses import replace
from typing import Any, NamedTuple

from django.http import HttpRequest

from search.engines.serving import engine, vocabulary
from search.query import SearchQuery
from search.readers import Reader, reader_of
from search.rescue import rescued_search
from search.results import SearchResults
from search.sources import Choices, facet_choices


class Answer(NamedTuple):
    """What was asked, by whom, what there is to choose from, and what was found."""

    query: SearchQuery
    reader: Reader
    choices: Choices
    results: SearchResults


def answer(request: HttpRequest, **changes: Any) -> Answer:
    """Answer the question in the parameters of a request, with fields of the query changed."""
    reader = reader_of(request)
    choices = facet_choices(request, reader.language)
    query = SearchQuery.from_parameters(request.GET, choices)
    results = rescued_search(engine(), replace(query, **changes), reader, vocabulary)
    return Answer(query, reader, choices, results)
