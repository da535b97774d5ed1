"""Steps of a lesson: the rail and the strip."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from . import formats
from .sections import rich_text


def _text(value: Any) -> SafeString:
    source = getattr(value, "source", value) or ""
    return rich_text(source) if source else mark_safe("")


def steps_of(stream: Any) -> dict[str, Any]:
    """Return the steps of a stream with their total: «5 шагов, 28 минут»."""
    blocks = [block.value for block in stream]
    total = sum(block.get("minutes") or 0 for block in blocks)
    line = ", ".join(
        filter(None, (formats.steps(len(blocks)), formats.minutes(total) if total else ""))
    )
    return {
        "total": line if blocks else "",
        "items": [
            {
                "title": block["title"],
                "minutes": formats.short_minutes(block["minutes"]) if block.get("minutes") else "",
                "text": _text(block.get("text")),
                "teacher": block.get("teacher") or "",
                "pupils": block.get("pupils") or "",
                "diagnostics": block.get("diagnostics") or "",
            }
            for block in blocks
        ],
    }


def strip_of(stream: Any) -> list[dict[str, Any]]:
    """Return the segments of the lesson, as long as the minutes of its steps; [] where none are timed."""
    timed = [block.value["minutes"] for block in stream if block.value.get("minutes")]
    total, offset, parts = sum(timed), 0, []
    for place, count in enumerate(timed):
        last = place == len(timed) - 1
        parts.append(
            {
                "offset": round(100 * offset / total, 2),
                "width": round(100 * count / total, 2),
                "label": formats.short_minutes(count) if last else str(count),
            }
        )
        offset += count
    return parts


def total_minutes(stream: Any) -> int:
    """Return the length of all steps together, in minutes."""
    return sum(block.value.get("minutes") or 0 for block in stream)
