"""The feed of a search: what was published last among that which it finds."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from search.addresses import absolute
from search.asking import Answer, answer
from search.query import DATE
from search.results import Hit

MOST_ENTRIES = 50


class LanguageAtomFeed(Atom1Feed):
    """Atom whose entries say the language and the type of their material."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        """The attributes of an entry."""
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """The elements of an entry, and its type."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("category", "", {"term": item["kind"]})


class SearchFeed(Feed):
    """Hits of any search, newest first; an entry links to the permanent address, which is its id."""

    feed_type = LanguageAtomFeed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Answer:
        """The answer to the search whose parameters the address carries."""
        return answer(request, sort=DATE, page=1, page_size=MOST_ENTRIES)

    def title(self, found: Answer) -> str:
        """What is searched."""
        if found.query.text:
            return _("Search: %(text)s") % {"text": found.query.text}
        return _("New materials")

    def subtitle(self, found: Answer) -> str:
        """What the words were taken for, where the entries are not those of the words as typed."""
        correction = found.results.correction
        if correction is None or not correction.applied:
            return ""
        return _("Results are shown for “%(words)s”") % {"words": correction.text}

    def link(self, found: Answer) -> str:
        """The search page with the same question."""
        return absolute(f"{reverse('search')}{found.query.url()}")

    def feed_url(self, found: Answer) -> str:
        """The address of this feed, which is its id too."""
        return absolute(f"{reverse('search_feed')}{found.query.url()}")

    feed_guid = feed_url

    def items(self, found: Answer) -> list[Hit]:
        """The hits with a date; one material and its translations are one entry."""
        return [hit for hit in found.results.hits if hit.display["updated"]]

    def item_title(self, hit: Hit) -> str:
        """The title, plain."""
        return "".join(piece.text for piece in hit.title)

    def item_description(self, hit: Hit) -> str:
        """The summary, as HTML."""
        return escape(hit.display["summary"])

    def item_link(self, hit: Hit) -> str:
        """The permanent address."""
        return absolute(hit.display["permanent"])

    def item_author_name(self, hit: Hit) -> str | None:
        """The authors in one line."""
        return hit.display["authors"] or None

    def item_pubdate(self, hit: Hit) -> datetime:
        """When the material was first published."""
        return datetime.fromisoformat(hit.display["published"])

    def item_updateddate(self, hit: Hit) -> datetime:
        """When it was published last."""
        return datetime.fromisoformat(hit.display["updated"])

    def item_extra_kwargs(self, hit: Hit) -> dict[str, Any]:
        """What the entry says beyond Django's own."""
        return {"language": hit.language, "kind": hit.kind}


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Answer a search as an Atom feed."""
    response: HttpResponse = SearchFeed()(request)
    # The date of the newest entry says nothing of entries that are gone.
    del response.headers["Last-Modified"]
    return response
