"""OpenSearch: what a browser or another program needs to search the portal from outside."""

from xml.sax.xmlreader import AttributesImpl

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from bilingual.pairs import INTERFACE_LANGUAGES
from pages.models import DistrictSettings
from search.addresses import absolute

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
CONTENT_TYPE = "application/opensearchdescription+xml; charset=utf-8"

# What OpenSearch 1.1 allows of the names.
LONGEST_SHORT_NAME = 16
LONGEST_LONG_NAME = 48


@require_safe
def description(request: HttpRequest, language: str) -> HttpResponse:
    """Describe the search in one interface language; 404 for another."""
    if language not in INTERFACE_LANGUAGES:
        raise Http404
    response = HttpResponse(content_type=CONTENT_TYPE)
    with translation.override(language):
        _write(response, language)
    response.headers["Content-Language"] = language
    return response


def _write(response: HttpResponse, language: str) -> None:
    district = DistrictSettings.current()
    search = absolute(reverse("search"))
    api = absolute(reverse("api_search"))
    addresses = {
        "text/html": f"{search}?q={{searchTerms}}&page={{startPage?}}",
        "application/atom+xml": f"{absolute(reverse('search_feed'))}?q={{searchTerms}}",
        "application/json": f"{api}?q={{searchTerms}}&lang={language}",
    }
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement("OpenSearchDescription", AttributesImpl({"xmlns": NAMESPACE}))
    xml.addQuickElement("ShortName", _("Practice bank")[:LONGEST_SHORT_NAME])
    xml.addQuickElement("LongName", f"{district.cabinet}, {district.district}"[:LONGEST_LONG_NAME])
    xml.addQuickElement("Description", _("The bank of teaching practice of the district"))
    for kind, template in addresses.items():
        xml.addQuickElement("Url", "", {"type": kind, "method": "get", "template": template})
    xml.addQuickElement("Language", language)
    xml.addQuickElement("InputEncoding", "UTF-8")
    xml.addQuickElement("OutputEncoding", "UTF-8")
    xml.endElement("OpenSearchDescription")
    xml.endDocument()
