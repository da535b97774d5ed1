"""`/api/v1/search`: the search page as JSON. Its form is described in docs/api.md."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import translation

from search.addresses import absolute
from search.asking import Answer, answer
from search.filters import FACET_LABELS, FACETS
from search.other_language import other_language
from search.picks import Pick, picks
from search.query import EVERYWHERE, LAST_PAGE, LONGEST_TEXT, MOST_VALUES, SCOPES, SORTS
from search.results import Correction, Hit, Snippet, Version

LANGUAGES = ("kk", "ru")
LANGUAGE_PARAMETER = "lang"

View = Callable[[HttpRequest], HttpResponseBase]


class ParameterError(ValueError):
    """A parameter that cannot be understood."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


def public_json(view: View) -> View:
    """Let a view answer GET, HEAD and OPTIONS, and pages of any origin read what it answers.

    With `*` a browser sends no cookie along, so what a foreign page reads is what everybody may.
    """

    @wraps(view)
    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            response: HttpResponseBase = error(405, "Only GET, HEAD and OPTIONS are answered.")
        else:
            response = view(request)
        response.headers["Allow"] = "GET, HEAD, OPTIONS"
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return answered


@public_json
def search(request: HttpRequest) -> HttpResponseBase:
    """Answer a question as JSON; 400 with a reason where a parameter cannot be understood."""
    try:
        language = check_parameters(request)
    except ParameterError as wrong:
        return error(400, str(wrong), parameter=wrong.parameter)
    with translation.override(language):
        response = JsonResponse(
            as_json(answer(request, counted=FACETS)), json_dumps_params={"ensure_ascii": False}
        )
    response.headers["Content-Language"] = language
    return response


@public_json
def not_found(request: HttpRequest) -> HttpResponseBase:
    """Answer every other address below /api/."""
    return error(404, f"There is no such address. See {absolute('/api/v1/search')}")


def error(status: int, message: str, **more: str) -> JsonResponse:
    """The form of every error."""
    return JsonResponse({"error": {"status": status, "message": message, **more}}, status=status)


def check_parameters(request: HttpRequest) -> str:
    """Raise ParameterError for what the page would leave out; return the language of the answer."""
    known = {"q", "in", "raw", "sort", "page", LANGUAGE_PARAMETER, *FACET_LABELS}
    for name, values in request.GET.lists():
        if name not in known:
            raise ParameterError(name, f"Unknown parameter. Known: {', '.join(sorted(known))}.")
        if name in FACET_LABELS and len(values) > MOST_VALUES:
            raise ParameterError(name, f"At most {MOST_VALUES} values.")
    if len(request.GET.get("q", "")) > LONGEST_TEXT:
        raise ParameterError("q", f"At most {LONGEST_TEXT} characters.")
    if request.GET.get("in", EVERYWHERE) not in SCOPES:
        raise ParameterError("in", f"One of: {', '.join(filter(None, SCOPES))}.")
    if request.GET.get("raw", "1") != "1":
        raise ParameterError("raw", "1, or nothing.")
    if request.GET.get("sort", SORTS[0]) not in SORTS:
        raise ParameterError("sort", f"One of: {', '.join(SORTS)}.")
    page = request.GET.get("page", "1")
    if not (page.isascii() and page.isdigit() and 1 <= int(page[:4]) <= LAST_PAGE):
        raise ParameterError("page", f"A number from 1 to {LAST_PAGE}.")
    language = request.GET.get(LANGUAGE_PARAMETER, LANGUAGES[0])
    if language not in LANGUAGES:
        raise ParameterError(LANGUAGE_PARAMETER, f"One of: {', '.join(LANGUAGES)}.")
    return language


def as_json(found: Answer) -> dict[str, Any]:
    """The whole answer."""
    query, results = found.query, found.results

    def address(parameters: str) -> str:
        language = f"{LANGUAGE_PARAMETER}={found.reader.language}"
        return absolute(f"{reverse('api_search')}{parameters}&{language}")

    def page(number: int) -> str | None:
        within = 1 <= number <= results.page_count
        return address(query.url(page=number)) if within else None

    elsewhere = other_language(results)

    return {
        "query": {
            "text": query.text,
            "filters": {facet: list(values) for facet, values in query.facets.items()},
            "in": query.scope,
            "raw": query.raw,
            "sort": query.sort,
            "page": query.page,
            "language": found.reader.language,
        },
        "total": results.total,
        "strong_total": results.strong_total,
        "page_count": results.page_count,
        "complete": results.complete,
        "previous": page(query.page - 1),
        "next": page(query.page + 1),
        "page": absolute(f"{reverse('search')}{query.url(page=query.page)}"),
        "correction": _correction(results.correction, address(query.url(raw=True))),
        "other_language": (
            {"count": elsewhere.count, "url": address(elsewhere.url)} if elsewhere else None
        ),
        "picks": [_pick(pick) for pick in picks(results, found.reader)],
        "facets": _facets(found),
        "hits": [_hit(hit) for hit in results.hits],
    }


def _correction(correction: Correction | None, as_typed: str) -> dict[str, Any] | None:
    if correction is None:
        return None
    return {
        "kind": correction.kind,
        "text": correction.text,
        "applied": correction.applied,
        "asked": correction.asked,
        "raw_url": as_typed,
    }


def _pick(pick: Pick) -> dict[str, Any]:
    return {
        "title": pick.title,
        "url": absolute(pick.url) if pick.url.startswith("/") else pick.url,
        "language": pick.lang or None,
        "description": pick.description,
        "type": pick.type or None,
        "number": pick.group or None,
    }


def _facets(found: Answer) -> dict[str, list[dict[str, Any]]]:
    """The values that hits have, with counts, in the order of the page."""
    counts = found.results.facets
    return {
        facet: [
            {"value": value, "label": choice.label, "count": counts[facet][value]}
            for value, choice in found.choices.get(facet, {}).items()
            if value in counts[facet]
        ]
        for facet in FACETS
    }


def _hit(hit: Hit) -> dict[str, Any]:
    display = hit.display
    return {
        "number": hit.group,
        "type": hit.kind,
        "language": hit.language,
        "title": "".join(piece.text for piece in hit.title),
        "summary": display["summary"],
        "authors": display["authors"],
        "facts": display["facts"],
        "url": absolute(display["url"]),
        "permanent_url": absolute(display["permanent"]),
        "published": display["published"],
        "updated": display["updated"],
        "match": "strong" if hit.strong else "near",
        "found_in": _version(hit.found_in) if hit.found_in else None,
        "found_by": hit.found_by._asdict() if hit.found_by else None,
        "snippet": _snippet(hit.snippet, hit) if hit.snippet else None,
    }


def _version(version: Version) -> dict[str, str]:
    return {"language": version.language, "url": absolute(version.display["url"])}


def _snippet(snippet: Snippet, hit: Hit) -> dict[str, Any]:
    file_url = hit.quoted.get("files", {}).get(snippet.section)
    return {
        "file_url": absolute(file_url) if file_url else None,
        "section": snippet.section,
        "section_label": snippet.label,
        "language": snippet.language,
        "pieces": [{"text": piece.text, "marked": piece.marked} for piece in snippet.pieces],
    }
