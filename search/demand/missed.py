"""«Чего не хватило?»: one field under a search that found nothing."""

from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from search.demand.limits import may_send
from search.demand.privacy import names_a_person
from search.demand.records import MissedTopic
from search.query import clean_text

LONGEST = 300
MOST_A_DAY = 300


# A token would need a cookie on a page that sets none; a foreign page is told by its origin instead.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def missed(request: HttpRequest) -> HttpResponse:
    """Keep what a reader missed and thank.

    The form again with its error: 400 for nothing or personal data, 429 for too many; 403 for a form of another site.
    """
    if request.method != "POST":
        return _answer(request, gettext("Thank you"), gettext("The methodists will read it."))
    if not is_same_origin(request):
        raise PermissionDenied
    text = " ".join(request.POST.get("text", "")[: 4 * LONGEST].replace("\x00", " ").split())
    question = clean_text(request.POST.get("q", ""))
    if not text:
        return _again(request, gettext("Write what was missing."), question, "", 400)
    if names_a_person(f"{text} {question}"):
        # What names a person is not even shown again.
        explained = gettext(
            "Please write without personal data: numbers of documents, phones and mail addresses are not accepted."
        )
        return _again(request, explained, "", "", 400)
    today = timezone.localdate()
    if not may_send(request) or MissedTopic.objects.filter(day=today).count() >= MOST_A_DAY:
        later = gettext("Too many messages at once. Please send it again in a minute.")
        return _again(request, later, question, text[:LONGEST], 429)
    MissedTopic.objects.create(
        text=text[:LONGEST], question=question, language=(get_language() or "")[:2], day=today
    )
    return HttpResponseRedirect(reverse("search_missed"))


def is_same_origin(request: HttpRequest) -> bool:
    """Whether the form stood on a page of this site, by what the browser says of it."""
    said = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(said).netloc == request.get_host()


def _answer(request: HttpRequest, heading: str, text: str) -> HttpResponse:
    context = {"page_title": heading, "heading": heading, "text": text}
    return render(request, "search/missed.html", context)


def _again(request: HttpRequest, error: str, question: str, text: str, status: int) -> HttpResponse:
    heading = gettext("Nothing was sent")
    context = {
        "page_title": heading,
        "heading": heading,
        "form": {
            "url": reverse("search_missed"),
            "question": question,
            "text": text,
            "error": error,
        },
    }
    return render(request, "search/missed.html", context, status=status)
