"""The bank as a source of the search: which materials may be found, and as what."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import PageViewRestriction

from experience.facet_choices import facet_choices
from experience.models import KnowledgePage
from experience.search_document import search_document
from experience.vocabulary_files import VOCABULARIES
from pages.cached import kept
from search.documents import PAGE, PUBLIC, SIGNED_IN, SearchDocument, group_token, page_key
from search.sources import Choices


class Materials:
    """Live materials; those behind a password are never found (decision 10 of the search)."""

    def keys(self) -> Iterator[str]:
        """Keys of every material that somebody may find."""
        return self._keys(KnowledgePage.objects.live())

    def keys_under(self, prefix: str) -> Iterator[str]:
        """Keys of the materials under a tree address such as "/home/experience/"."""
        return self._keys(KnowledgePage.objects.live().filter(url_path__startswith=prefix))

    def documents(self, keys: Sequence[str]) -> Iterator[SearchDocument]:
        """Documents of the live materials among `keys`."""
        numbers = [int(key.removeprefix(PAGE)) for key in keys if key.startswith(PAGE)]
        restrictions = Restrictions()
        pages = KnowledgePage.objects.live().filter(pk__in=numbers).order_by("pk").specific()
        for page in pages:
            visibility = restrictions.visibility(page.path)
            if visibility is not None:
                yield search_document(page, page_key(page.pk), visibility)

    def synonyms(self) -> Iterator[list[str]]:
        """The names of each term of the vocabularies, in both languages, with its synonyms."""
        for model in VOCABULARIES.values():
            for term in model.objects.all():
                yield term.expressions()

    def facet_choices(self, request: HttpRequest, language: str) -> Choices:
        """Values of every facet in the order in which they are shown; kept for a generation."""
        return kept(request, ("facet choices", language), lambda: facet_choices(language))

    def _keys(self, pages: QuerySet[KnowledgePage]) -> Iterator[str]:
        restrictions = Restrictions()
        for pk, path in pages.values_list("pk", "path"):
            if restrictions.visibility(path) is not None:
                yield page_key(pk)


class Restrictions:
    """View restrictions of the whole tree, read once for many pages."""

    def __init__(self) -> None:
        self.rows = [
            (row.page.path, row)
            for row in PageViewRestriction.objects.select_related("page").prefetch_related("groups")
        ]

    def visibility(self, path: str) -> tuple[str, ...] | None:
        """Return the tokens of which a reader of the page at `path` needs one; None for nobody.

        Where several restrictions stack, only readers who pass all of them may see the page: the
        index cannot say that of groups, so then the page is found by nobody.
        """
        found = [row for prefix, row in self.rows if path.startswith(prefix)]
        kinds = {row.restriction_type for row in found}
        if not found:
            return (PUBLIC,)
        if PageViewRestriction.PASSWORD in kinds:
            return None
        groups = [row for row in found if row.restriction_type == PageViewRestriction.GROUPS]
        if len(groups) > 1:
            return None
        if groups:
            return tuple(group_token(group.pk) for group in groups[0].groups.all())
        return (SIGNED_IN,)


materials = Materials()
