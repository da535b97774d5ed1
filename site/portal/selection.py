"""`/selection/?m=0214,0033`: materials that a reader has chosen, as a list to share and to print.

The list itself is kept by the reader's browser (static/js/selection.js); the server knows addresses only.
"""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from experience.presentation.rows import material_row
from search.addresses import absolute
from search.results import Hit

from .catalogue import materials

MOST_MATERIALS = 50
# Of what is no number so much is named again: characters of each, and how many of them.
LONGEST_NAMED = 20
MOST_NAMED = 5

_NUMBER = re.compile(r"[0-9]{1,10}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """What an address asks for: permanent numbers in its order, each once, and what is no number."""

    numbers: tuple[str, ...]
    strange: tuple[str, ...]
    is_cut: bool

    @classmethod
    def from_text(cls, text: str) -> "Asked":
        """Return what `0214,0033` asks for; more than fifty numbers are cut."""
        pieces = dict.fromkeys(piece.strip() for piece in text.split(","))
        pieces.pop("", None)
        right = dict.fromkeys(f"{int(piece):04d}" for piece in pieces if _NUMBER.fullmatch(piece))
        strange = tuple(piece for piece in pieces if not _NUMBER.fullmatch(piece))
        numbers = tuple(right)
        return cls(numbers[:MOST_MATERIALS], strange, len(numbers) > MOST_MATERIALS)


@require_safe
def selection(request: HttpRequest) -> HttpResponse:
    """Show the materials of the address that the reader may see, in its order."""
    asked = Asked.from_text(request.GET.get("m", ""))
    hits = _hits(request, asked)
    response = render(
        request,
        "pages/selection.html",
        {
            "page_title": pgettext("of materials", "Selection"),
            "page_description": _("Chosen materials of the bank."),
            "breadcrumbs": [{"label": _("Search"), "url": reverse("search")}],
            "line": ngettext("%(count)d material", "%(count)d materials", len(hits))
            % {"count": len(hits)},
            "messages": _messages(asked, len(asked.numbers) - len(hits)),
            "numbers": " ".join(asked.numbers),
            "address": absolute(f"{request.path}?m={','.join(asked.numbers)}"),
            "materials": [
                material_row(hit)
                | {"address": absolute(hit.display["permanent"]), "remove": _without(asked, hit)}
                for hit in hits
            ],
        },
    )
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _hits(request: HttpRequest, asked: Asked) -> list[Hit]:
    if not asked.numbers:
        return []
    found = materials(request, {"number": asked.numbers}, page_size=MOST_MATERIALS)
    by_number = {hit.group: hit for hit in found.hits}
    return [by_number[number] for number in asked.numbers if number in by_number]


def _without(asked: Asked, hit: Hit) -> dict[str, str]:
    rest = ",".join(number for number in asked.numbers if number != hit.group)
    return {"number": hit.group, "url": f"?m={rest}" if rest else reverse("selection")}


def _messages(asked: Asked, missing: int) -> list[str]:
    """Say what of the address is not shown; of a material that is not public nothing but that."""
    said = []
    if asked.strange:
        named = ", ".join(f"«{text[:LONGEST_NAMED]}»" for text in asked.strange[:MOST_NAMED])
        said.append(_("These are no numbers of materials: %(named)s.") % {"named": named})
    if asked.is_cut:
        said.append(
            _("A selection holds at most %(count)d materials; the rest was left out.")
            % {"count": MOST_MATERIALS}
        )
    if missing:
        said.append(
            ngettext(
                "%(count)d material is not shown: it is withdrawn or not open to everybody.",
                "%(count)d materials are not shown: they are withdrawn or not open to everybody.",
                missing,
            )
            % {"count": missing}
        )
    return said
