"""Rows of lists: what a hit of the index shows of a material, in the language of the interface."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import formats as django_formats
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual.pairs import active_language
from search.results import Hit, Piece

from . import formats

SEPARATOR = " · "


def marked(pieces: Any) -> SafeString:
    """Return pieces of text as HTML, the found words in <mark>."""
    return mark_safe(
        "".join(
            format_html("<mark>{}</mark>", piece.text) if piece.marked else escape(piece.text)
            for piece in pieces
        )
    )


def plain(pieces: tuple[Piece, ...]) -> str:
    """Return pieces of text as they were before marking."""
    return "".join(piece.text for piece in pieces)


def address_of(hit: Hit) -> str:
    """Return the address of the material under the prefix of the active language."""
    return f"/{active_language()}/{hit.display['path']}"


def material_row(hit: Hit, *, sealed: bool = False) -> dict[str, Any]:
    """Return a row of `components/material_row.html`; `sealed` adds the protocol."""
    return {
        "type": hit.kind,
        "title": plain(hit.title),
        "url": address_of(hit),
        "lang": hit.language,
        "meta": SEPARATOR.join(filter(None, (who(hit), _day(hit)))),
        "seal": seal(hit.display) if sealed else "",
        "figure": figure(hit),
    }


def hit_row(hit: Hit) -> dict[str, Any]:
    """Return a hit of `components/hit.html`."""
    snippet = hit.snippet
    return {
        "type": hit.kind,
        "url": address_of(hit),
        "lang": hit.language,
        "title": marked(hit.title),
        "meta": SEPARATOR.join(filter(None, (who(hit), str(_published(hit).year) if _published(hit) else ""))),
        "section": snippet.label if snippet and snippet.section != "summary" else "",
        "snippet": marked(snippet.pieces) if snippet else hit.display["summary"],
        "facts": facts(hit),
        "result": _result(hit),
        "reason": "",
    }


def own(names: Mapping[str, Any]) -> str:
    """Return the half of a pair that belongs to the active language, or the other where it is empty."""
    language = active_language()
    return names.get(language) or names.get("ru" if language == "kk" else "kk") or ""


def who(hit: Hit) -> str:
    """Authors, then schools; a technology has none of either when its authors are many."""
    authors = ", ".join(own(author) for author in hit.display["authors"])
    schools = ", ".join(own(school) for school in hit.display["schools"])
    return SEPARATOR.join(filter(None, (authors, schools)))


def facts(hit: Hit) -> list[str]:
    """Short facts under a hit: grades, small school, level, length."""
    display = hit.display
    grades = formats.grades(display["grades"]) or capfirst(own(display["levels"]))
    found = [grades, _("small school") if display["small_school"] else "", own(display["generalisation"])]
    if display.get("pages"):
        found.append(formats.pages(display["pages"]))
    if display.get("minutes"):
        found.append(formats.minutes(display["minutes"]))
    return [fact for fact in found if fact]


def figure(hit: Hit) -> dict[str, str] | None:
    """The figure at the right of a row: the main result, the pages, the minutes of a lesson."""
    display = hit.display
    if result := display.get("result"):
        return {
            "before": own(result["before"]),
            "after": own(result["after"]),
            "label": own(result["label"]),
            "lang": hit.language,
        }
    if display.get("pages"):
        label = ", ".join(display["file_types"]) or capfirst(own(display["guide_kind"]))
        return {"value": formats.pages(display["pages"]), "label": label}
    if display.get("minutes"):
        return {"value": formats.minutes(display["minutes"]), "label": formats.steps(display["steps"])}
    return None


def seal(display: Mapping[str, Any]) -> str:
    """«Районный уровень, протокол № 3 от 28 сентября 2026 г.»; "" where nothing was generalised."""
    level = own(display["generalisation"])
    number, day = display["protocol"]
    if not (level and number and day):
        return capfirst(level)
    protocol = _("protocol No. %(number)s of %(date)s") % {
        "number": number,
        "date": formats.full_date(date.fromisoformat(day)),
    }
    return f"{capfirst(level)}, {protocol}"


def _result(hit: Hit) -> dict[str, str] | None:
    result = hit.display.get("result")
    if not result:
        return None
    return {
        "label": own(result["label"]),
        "before": own(result["before"]),
        "after": own(result["after"]),
        "lang": hit.language,
    }


def _published(hit: Hit) -> datetime | None:
    text = hit.display["published"]
    return timezone.localtime(datetime.fromisoformat(text)) if text else None


def _day(hit: Hit) -> str:
    """«12 октября»; with the year where it is another one."""
    published = _published(hit)
    if published is None:
        return ""
    if published.year == timezone.localdate().year:
        return django_formats.date_format(published, "MONTH_DAY_FORMAT")
    return formats.full_date(published.date())
