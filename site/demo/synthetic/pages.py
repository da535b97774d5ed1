"""Unsaved pages of the synthetic bank with all their fields."""

import json
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import make_aware

from demo.synthetic.writing import Writer
from experience.models import ExperiencePage, GuidePage, KnowledgePage, TechnologyPage

FIRST_DAY = date(2022, 1, 10)
DAYS = 1700
QUALITY = ("conceptual", "systemic", "manageable", "efficient", "reproducible")
STEPS = 5
REVIEW_AFTER = timedelta(days=730)


def build_page(kind: str, writer: Writer, chance: random.Random) -> KnowledgePage:
    """Return an unsaved page of the kind with its fields; rows and links are made apart."""
    model, fields = _TYPES[kind]
    published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    moment = make_aware(datetime(published.year, published.month, published.day, 10))
    title = writer.line("titles", kind)
    return model(
        title=title,
        draft_title=title,
        language=writer.language,
        live=True,
        first_published_at=moment,
        last_published_at=moment,
        latest_revision_created_at=moment,
        summary=writer.line("summaries", kind),
        small_school=chance.random() < 0.5,
        combined_class=chance.random() < 0.3,
        inclusive=chance.random() < 0.2,
        instruction_languages=chance.choice(("kk", "ru", "kk,ru")),
        generalisation_body=writer.line("phrases", "generalisation_body"),
        protocol_number=str(chance.randint(1, 9)),
        protocol_date=published - timedelta(days=chance.randint(5, 40)),
        review_by=published + REVIEW_AFTER,
        license="cc-by",
        author_consent_on=published - timedelta(days=chance.randint(1, 30)),
        change_note=writer.line("phrases", "change_note"),
        literature="\n".join(writer.lines(3, "literature")),
        **fields(writer, chance),
    )


def _experience(writer: Writer, chance: random.Random) -> dict[str, Any]:
    return {
        "relevance": writer.rich(problem=9),
        "conditions": writer.rich(context=8),
        "class_size": chance.randint(6, 26),
        "instruction_language": writer.language,
        "equipment": writer.line("phrases", "equipment"),
        "hours": chance.randint(8, 68),
        "leading_idea": writer.line("idea"),
        "theory": writer.rich(theory=5),
        "novelty": writer.rich(novelty=4),
        "aim": writer.line("aims"),
        "content": writer.rich(how=12, organisation=4),
        "methods": writer.line("phrases", "methods"),
        "means": writer.line("phrases", "means"),
        "steps": _steps(writer, chance),
        "results_text": writer.rich(measure=7),
        "evidence_from": date(2024, 9, 1),
        "evidence_to": date(2025, 5, 25),
        "evidence_pupils": chance.randint(6, 60),
        "comparison": writer.line("phrases", "comparison"),
        "weekly_minutes": chance.randrange(10, 90, 5),
        "preparation": writer.line("phrases", "preparation"),
        "risks": writer.text(risks=2),
        "limitations": writer.text(limits=3),
        "suits_whom": writer.line("phrases", "suits_whom"),
        "transfer": writer.rich(transfer=7),
        "conclusions": writer.rich(conclusion=4),
    }


def _guide(writer: Writer, chance: random.Random) -> dict[str, Any]:
    return {
        "aim": writer.line("aims"),
        "expected_result": writer.line("phrases", "expected_result"),
        "introduction": writer.rich(problem=7, idea=1, transfer=3),
        "main_part": json.dumps(_main_part(writer)),
        "conclusion": writer.rich(conclusion=4),
        "appendices": writer.rich(organisation=2),
        "pages_in_print": chance.randint(8, 60),
    }


def _technology(writer: Writer, chance: random.Random) -> dict[str, Any]:
    return {
        "technology_kind": writer.line("phrases", "kind_of_technology"),
        "scale": writer.line("phrases", "scale"),
        "organisational_form": writer.line("phrases", "organisational_form"),
        "prevailing_method": writer.line("phrases", "prevailing_method"),
        "equipment": writer.line("phrases", "equipment"),
        "concept": writer.rich(problem=6, idea=2, theory=4),
        "principles": "\n".join(writer.lines(4, "principles")),
        "aims": "\n".join(writer.lines(3, "aims")),
        "content": writer.rich(how=9, novelty=2),
        "process": writer.rich(organisation=3),
        "steps": _steps(writer, chance),
        "support": writer.rich(context=4, organisation=2),
        **dict(zip(QUALITY, writer.lines(len(QUALITY), "phrases", "quality"), strict=True)),
        "start_minutes": chance.randrange(30, 300, 10),
        "repeat_minutes": chance.randrange(5, 60, 5),
        "cost_to_start": writer.line("phrases", "cost_to_start"),
        "training_needed": writer.line("phrases", "training_needed"),
        "limits": writer.text(limits=3),
        "first_lesson": writer.rich(advice=7, task=3, how=6),
    }


_TYPES: dict[str, tuple[type[KnowledgePage], Callable[..., dict[str, Any]]]] = {
    "experience": (ExperiencePage, _experience),
    "guide": (GuidePage, _guide),
    "technology": (TechnologyPage, _technology),
}


def _steps(writer: Writer, chance: random.Random) -> str:
    """Return the steps as their StreamField keeps them."""
    titles = writer.lines(STEPS, "step_titles")
    rows = zip(titles, writer.lines(STEPS, "teacher"), writer.lines(STEPS, "pupils"), strict=True)
    return json.dumps(
        [
            {
                "type": "step",
                "value": {
                    "title": title,
                    "minutes": chance.randint(2, 15),
                    "text": "",
                    "teacher": teacher,
                    "pupils": pupils,
                    "diagnostics": writer.line("diagnostics"),
                },
            }
            for title, teacher, pupils in rows
        ]
    )


def _main_part(writer: Writer) -> list[dict[str, Any]]:
    """Return the blocks of a guide's main part: headings, texts, tasks."""
    blocks: list[dict[str, Any]] = []
    for heading in writer.lines(6, "headings"):
        blocks += [
            {"type": "heading", "value": heading},
            {"type": "text", "value": writer.rich(how=5, advice=3)},
            {
                "type": "task",
                "value": {"title": writer.line("step_titles"), "text": writer.rich(task=2)},
            },
        ]
    return blocks
