"""Asking the index for lists of a page: the database is asked only once a generation whether it is in step.

A list has no words to rank by. The embedded index answers it, also beside an Elasticsearch: it is always
there and is asked without a network, which a page of a material would otherwise wait for twice.
"""

from django.http import HttpRequest

from pages.cached import is_passing, kept, set_passing
from search.engines.serving import embedded
from search.query import SearchQuery
from search.readers import Reader
from search.results import SearchResults


def ask(request: HttpRequest, query: SearchQuery, reader: Reader) -> SearchResults:
    """Return the answer to a query as of the state of the content that the request sees.

    Every row of the change log begins a new generation in its own transaction, so an index that was
    in step once is in step as long as the generation lasts. To one that is being made a request adds
    its share once, however many lists its page has.
    """
    if is_passing(request):
        return embedded().search(query, reader, look=False)
    in_step: set[str] = kept(request, "index in step", set)
    results = embedded().search(query, reader, look=not in_step)
    if not results.complete and in_step:
        in_step.clear()
        results = embedded().search(query, reader)
    if results.current and results.complete:
        in_step.add("yes")
    else:
        set_passing(request)
    return results
