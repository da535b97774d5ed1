"""What programs that read the web are asked to leave alone: /robots.txt."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from bilingual.pairs import INTERFACE_LANGUAGES
from search.addresses import absolute

# Answers to questions, without end, and the doors to what is not for everybody ("_login/", "_password/").
_CLOSED = ("search/", "suggest/", "_")


@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep them out of the CMS and of endless answers; name the map of the rest."""
    closed = ["/cms/", "/api/"]
    closed += [f"/{language}/{path}" for language in INTERFACE_LANGUAGES for path in _CLOSED]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {absolute(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
