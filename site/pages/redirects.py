"""Where a page that moved or changed its slug is now."""

from wagtail.contrib.redirects.models import Redirect

from bilingual.pairs import INTERFACE_LANGUAGES

from .languages import prefix_language, without_prefix


def redirect_target(path: str) -> str | None:
    """Return the address that replaces `path`, under the same language prefix; None where there is none.

    A redirect is recorded once, under the prefix that was active when the page moved, and holds for both.
    """
    if "\0" in path:
        return None
    bare = Redirect.normalise_path(without_prefix(path))
    if prefix_language(path):
        candidates = [f"/{language}{bare}" for language in INTERFACE_LANGUAGES] + [bare]
    else:
        candidates = [bare]
    for redirect in Redirect.objects.filter(old_path__in=candidates).select_related(
        "redirect_page"
    ):
        if redirect.redirect_page_id is None:
            return redirect.redirect_link or None
        if redirect.redirect_page.live:
            return redirect.redirect_page.specific.url
    return None
