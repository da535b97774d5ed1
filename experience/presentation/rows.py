"""Rows of lists: what a hit of the index shows of a material."""

from collections.abc import Mapping
from typing import Any

from search.results import Hit


def material_row(hit: Hit, *, sealed: bool = False, reason: str = "") -> dict[str, Any]:
    """Return a row of `components/material_row.html`; `sealed` adds the protocol, `reason` why it stands here."""
    shown: Mapping[str, Any] = hit.display
    return {
        "type": hit.kind,
        "title": "".join(piece.text for piece in hit.title),
        "url": shown["url"],
        "lang": hit.language,
        "meta": " · ".join(filter(None, (reason, shown["row_meta"]))),
        "seal": shown["seal"] if sealed else "",
        "figure": shown["figure"],
    }
