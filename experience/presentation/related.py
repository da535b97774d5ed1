"""Materials beside this one, each with the reason why it stands there."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from experience.asking import ask
from experience.models import KnowledgePage
from experience.reading import MaterialParts, in_readers_language
from search.query import SearchQuery
from search.readers import Reader

from .rows import material_row

MOST_RELATED = 4


def related_rows(
    page: KnowledgePage, parts: MaterialParts, request: HttpRequest, language: str
) -> list[dict[str, Any]]:
    """Return linked technologies and guides, then the newest public materials on the same subject and grade."""
    reasons: dict[str, str] = {}
    for linked in in_readers_language(parts.linked, language):
        reasons[f"{linked.address_id:04d}"] = (
            _("Technology that this rests on")
            if linked.kind == "technology"
            else _("Guide to this")
        )
    found = (
        {hit.group: hit for hit in _ask(request, {"number": tuple(reasons)}, language)}
        if reasons
        else {}
    )
    about = {
        name: tuple(term.code for term in parts.terms[name])
        for name in ("subject", "area", "grade")
        if parts.terms[name]
    }
    if about:
        for hit in _ask(request, about, language):
            if hit.group != page.number and len(found) < MOST_RELATED:
                found.setdefault(hit.group, hit)
                reasons.setdefault(hit.group, _same(parts))
    rows = []
    for group, hit in list(found.items())[:MOST_RELATED]:
        rows.append(material_row(hit, reason=reasons[group]))
    return rows


def _ask(request: HttpRequest, facets: dict[str, tuple[str, ...]], language: str) -> list[Any]:
    query = SearchQuery(facets=facets, page_size=MOST_RELATED + 1)
    return list(ask(request, query, Reader(language)).hits)


def _same(parts: MaterialParts) -> str:
    if parts.terms["subject"]:
        return _("the same subject and grade") if parts.terms["grade"] else _("the same subject")
    return _("the same area")
