"""The values of a material's file as fields of its page."""

import json
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from django.utils.timezone import make_aware

from demo.content import Values
from demo.markup import rich_text

PLAIN = (
    "title",
    "language",
    "summary",
    "small_school",
    "combined_class",
    "inclusive",
    "quarter",
    "generalisation_body",
    "protocol_number",
    "protocol_date",
    "review_by",
    "license",
    "author_consent_on",
    "change_note",
)
PLAIN_OF_TYPE = {
    "experience": (
        "class_size",
        "class_composition",
        "arose_in_small_school",
        "instruction_language",
        "equipment",
        "hours",
        "leading_idea",
        "aim",
        "methods",
        "means",
        "evidence_from",
        "evidence_to",
        "evidence_pupils",
        "comparison",
        "weekly_minutes",
        "preparation",
        "risks",
        "limitations",
        "suits_whom",
    ),
    "guide": ("aim", "expected_result"),
    "technology": (
        "scale",
        "organisational_form",
        "prevailing_method",
        "equipment",
        "start_minutes",
        "repeat_minutes",
        "cost_to_start",
        "training_needed",
        "limits",
    ),
}
RICH_OF_TYPE = {
    "experience": (
        "relevance",
        "conditions",
        "theory",
        "novelty",
        "content",
        "results_text",
        "transfer",
        "conclusions",
    ),
    "guide": ("introduction", "conclusion", "appendices"),
    "technology": ("concept", "content", "process", "support", "first_lesson"),
}
PUBLICATION_HOUR = 10


def fields_of(values: Values) -> Values:
    """Return the plain fields of the page, whatever its type; relations are not among them."""
    kind = values["type"]
    fields = {name: _plain(values.get(name)) for name in (*PLAIN, *PLAIN_OF_TYPE[kind])}
    fields |= {name: rich_text(values[name]) for name in RICH_OF_TYPE[kind]}
    fields |= {
        "quarter": values.get("quarter"),
        "not_by_grade": bool(values.get("not_by_grade")),
        "instruction_languages": ",".join(sorted(values.get("instruction_languages") or [])),
        "learning_objectives": ", ".join(values.get("learning_objectives") or []),
        "literature": "\n".join(_one_line(source) for source in values["literature"]),
        "search_description": "",
    }
    return fields | _ONLY_OF_TYPE[kind](values)


def published_at(values: Values) -> datetime:
    """Return the moment of publication: the morning of the day that the file gives."""
    return make_aware(datetime.combine(values["published"], time(PUBLICATION_HOUR)))


def _experience(values: Values) -> Values:
    return {"steps": _stream(_step(step) for step in values["steps"])}


def _guide(values: Values) -> Values:
    return {
        "main_part": _stream(
            _block(kind, value) for group in values["main_part"] for kind, value in group.items()
        ),
        "pages_in_print": values["pages"],
    }


def _technology(values: Values) -> Values:
    return {
        "technology_kind": values["kind_of_technology"],
        "principles": "\n".join(_one_line(line) for line in values["principles"]),
        "aims": "\n".join(_one_line(line) for line in values["aims"]),
        "steps": _stream(_step(step) for step in values["steps"]),
        **values["quality"],
    }


_ONLY_OF_TYPE: dict[str, Callable[[Values], Values]] = {
    "experience": _experience,
    "guide": _guide,
    "technology": _technology,
}


def _stream(blocks: Any) -> str:
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def _step(step: Values) -> tuple[str, Values]:
    return "step", {
        "title": step["title"],
        "minutes": step.get("minutes"),
        "text": rich_text(step.get("text") or ""),
        **{name: (step.get(name) or "").strip() for name in ("teacher", "pupils", "diagnostics")},
    }


def _block(kind: str, value: Any) -> tuple[str, Any]:
    """Return a block of a guide's main part as its StreamField keeps it."""
    if kind == "heading":
        return kind, value
    if kind == "text":
        return kind, rich_text(value)
    if kind == "task":
        return kind, {"title": value["title"], "text": rich_text(value["text"])}
    return kind, {
        "caption": value["caption"],
        "table": {
            "columns": [{"type": "text", "heading": str(cell)} for cell in value["head"]],
            "rows": [{"values": [_cell(cell) for cell in row]} for row in value["rows"]],
        },
    }


def _cell(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else value


def _one_line(text: str) -> str:
    return " ".join(text.split())
