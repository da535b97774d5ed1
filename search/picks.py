"""Editors' picks: what the cabinet recommends for a question, kept by Wagtail's search promotions.

Read here rather than by Wagtail's template tag, which counts questions in the database while a public
page is read.
"""

from collections.abc import Iterator
from typing import NamedTuple

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from search.demand.gathering import key_of
from search.documents import page_key
from search.engines.serving import embedded
from search.readers import Reader
from search.results import SearchResults


class Pick(NamedTuple):
    """One recommendation. `group` is that of the material it shows, "" where it shows another page.

    `description_lang` is "" where an editor wrote the description, in whichever language.
    """

    title: str
    url: str
    lang: str
    description: str
    type: str = ""
    group: str = ""
    description_lang: str = ""


def picks(results: SearchResults, reader: Reader) -> list[Pick]:
    """What is recommended for a question, on its first page, as far as the reader may see it.

    A question is that of a promotion if its folded words are the same, as typed or as corrected.
    """
    query = results.query
    if not query.text or query.page > 1:
        return []
    wanted = {key_of(query.text)}
    if results.correction and results.correction.applied:
        wanted.add(key_of(results.correction.text))
    promotions = [
        promotion
        for promotion in SearchPromotion.objects.select_related("query")
        if key_of(promotion.query.query_string) in wanted
    ]
    return [pick for promotion in promotions for pick in _picked(promotion, reader)]


def _picked(promotion: SearchPromotion, reader: Reader) -> Iterator[Pick]:
    """The pick of a promotion, none if the reader may not see what it shows."""
    if promotion.page_id is None:
        yield Pick(
            promotion.external_link_text, promotion.external_link_url, "", promotion.description
        )
    elif hit := embedded().hit_of(page_key(promotion.page_id), reader):
        title = "".join(piece.text for piece in hit.title)
        written = promotion.description
        yield Pick(
            title,
            hit.display["url"],
            hit.language,
            written or hit.display["summary"],
            hit.kind,
            hit.group,
            "" if written else hit.language,
        )
    elif page := Page.objects.live().public().filter(pk=promotion.page_id).first():
        title = getattr(page.specific, "name", page.title)
        lang = getattr(title, "language", "")
        yield Pick(title, page.specific.url, lang, promotion.description)
