"""The shape of a material's file: which keys each type has and what may stand in them.

Written out for readers in `content/README.md`; a file that departs from it is refused with its name.
"""

from typing import Any

from demo.value_checks import (
    Check,
    ContentError,
    Key,
    day,
    list_of,
    mapping_of,
    markdown,
    number,
    numeral,
    one_of,
    term_of,
    text,
    truth,
)

LANGUAGE = one_of("kk", "ru")
LANGUAGES = list_of(LANGUAGE, maximum=2)

STEP = {
    "title": Key(text(120)),
    "minutes": Key(number(1, 1000), optional=True),
    "text": Key(markdown, optional=True),
    "teacher": Key(text(), optional=True),
    "pupils": Key(text(), optional=True),
    "diagnostics": Key(text(), optional=True),
}

MATERIAL = {
    "type": Key(one_of("experience", "guide", "technology")),
    "language": Key(LANGUAGE),
    "original": Key(LANGUAGE),
    "title": Key(text(120)),
    "slug": Key(text(80)),
    "number": Key(number(1, 9999)),
    "published": Key(day),
    "summary": Key(text(600, 200)),
    "education_levels": Key(list_of(term_of("education_levels"), 1)),
    "grades": Key(list_of(term_of("grades")), optional=True),
    "not_by_grade": Key(truth, optional=True),
    "subjects": Key(list_of(term_of("subjects")), optional=True),
    "areas": Key(list_of(term_of("areas")), optional=True),
    "audience": Key(list_of(term_of("audiences"), 1)),
    "forms_of_work": Key(list_of(term_of("forms_of_work")), optional=True),
    "small_school": Key(truth),
    "combined_class": Key(truth),
    "inclusive": Key(truth),
    "instruction_languages": Key(LANGUAGES, optional=True),
    "learning_objectives": Key(list_of(text(20)), optional=True),
    "quarter": Key(number(1, 4), optional=True),
    "tags": Key(list_of(text(60), 3, 6)),
    "authors": Key(list_of(text(60), 1)),
    "generalisation_level": Key(term_of("generalisation_levels")),
    "generalisation_body": Key(text(200)),
    "protocol_number": Key(numeral),
    "protocol_date": Key(day),
    "responsible": Key(text(60)),
    "review_by": Key(day),
    "license": Key(one_of("cc-by", "cc-by-nc", "cabinet")),
    "author_consent_on": Key(day),
    "change_note": Key(text(300)),
    "files": Key(
        list_of(mapping_of({"file": Key(text(100)), "title": Key(text(160))})), optional=True
    ),
    "pictures": Key(
        list_of(
            mapping_of(
                {
                    "image": Key(text(100)),
                    "alt_ru": Key(text(255)),
                    "alt_kk": Key(text(255)),
                    "caption": Key(text(200)),
                }
            )
        ),
        optional=True,
    ),
    "literature": Key(list_of(text(), 1)),
}

EXPERIENCE = {
    "relevance": Key(markdown),
    "conditions": Key(markdown),
    "class_size": Key(number(1, 400)),
    "class_composition": Key(text(80), optional=True),
    "arose_in_small_school": Key(truth),
    "instruction_language": Key(one_of("kk", "ru", "kk,ru")),
    "equipment": Key(text(250)),
    "hours": Key(number(0.5, 2000)),
    "leading_idea": Key(text()),
    "theory": Key(markdown),
    "novelty_level": Key(term_of("novelty_levels")),
    "novelty": Key(markdown),
    "aim": Key(text()),
    "content": Key(markdown),
    "methods": Key(text()),
    "means": Key(text()),
    "steps": Key(list_of(mapping_of(STEP), 5)),
    "results_text": Key(markdown),
    "results": Key(
        list_of(
            mapping_of(
                {
                    "indicator": Key(text(90)),
                    "unit": Key(text(40)),
                    "before": Key(number()),
                    "after": Key(number()),
                    "full_scale": Key(number(1), optional=True),
                    "less_is_better": Key(truth, optional=True),
                    "period": Key(text(80)),
                    "pupils": Key(number(1)),
                    "how_measured": Key(text(160)),
                    "main": Key(truth, optional=True),
                }
            ),
            3,
        )
    ),
    "evidence_from": Key(day),
    "evidence_to": Key(day),
    "evidence_pupils": Key(number(1)),
    "comparison": Key(text(160)),
    "weekly_minutes": Key(number(1, 2000)),
    "preparation": Key(text()),
    "risks": Key(text()),
    "limitations": Key(text()),
    "suits_whom": Key(text(80)),
    "transfer": Key(markdown),
    "conclusions": Key(markdown),
    "technologies": Key(list_of(text(80)), optional=True),
    "guides": Key(list_of(text(80)), optional=True),
}


def _block(value: Any) -> None:
    """Blocks of a guide's main part that stand together: a heading, its text, a task, a table."""
    if not isinstance(value, dict) or not value:
        raise ContentError("a block is a heading, a text, a task or a table")
    mapping_of({name: Key(check, optional=True) for name, check in _BLOCKS.items()})(value)


def _table(value: Any) -> None:
    mapping_of(
        {
            "caption": Key(text(200)),
            "head": Key(list_of(lambda cell: None, 2)),
            "rows": Key(list_of(list_of(lambda cell: None, 2), 1)),
        }
    )(value)
    for place, row in enumerate(value["rows"], start=1):
        if len(row) != len(value["head"]):
            raise ContentError(
                f"row {place} has {len(row)} cells, the head has {len(value['head'])}"
            )


_BLOCKS: dict[str, Check] = {
    "heading": text(160),
    "text": markdown,
    "task": mapping_of({"title": Key(text(160)), "text": Key(markdown)}),
    "table": _table,
}

GUIDE = {
    "kind": Key(term_of("guide_kinds")),
    "aim": Key(text()),
    "expected_result": Key(text()),
    "introduction": Key(markdown),
    "main_part": Key(list_of(_block, 4)),
    "conclusion": Key(markdown),
    "appendices": Key(markdown),
    "reviewers": Key(
        list_of(
            mapping_of(
                {"name": Key(text(160)), "post": Key(text(200)), "organisation": Key(text(200))}
            ),
            2,
        )
    ),
    "pages": Key(number(1, 500)),
    "guide_file": Key(text(100), optional=True),
    "guides": Key(list_of(text(80)), optional=True),
}

TECHNOLOGY = {
    "kind_of_technology": Key(text(160)),
    "scale": Key(text(120)),
    "organisational_form": Key(text(120)),
    "prevailing_method": Key(text(120)),
    "equipment": Key(text(250)),
    "concept": Key(markdown),
    "principles": Key(list_of(text(), 1)),
    "aims": Key(list_of(text(), 1)),
    "content": Key(markdown),
    "process": Key(markdown),
    "steps": Key(
        list_of(
            mapping_of(
                {
                    **STEP,
                    "minutes": Key(number(1, 1000)),
                    "teacher": Key(text()),
                    "pupils": Key(text()),
                }
            ),
            5,
        )
    ),
    "support": Key(markdown),
    "guides": Key(list_of(text(80)), optional=True),
    "quality": Key(
        mapping_of(
            {
                name: Key(text())
                for name in ("conceptual", "systemic", "manageable", "efficient", "reproducible")
            }
        )
    ),
    "start_minutes": Key(number(1, 10_000)),
    "repeat_minutes": Key(number(0, 10_000)),
    "cost_to_start": Key(text()),
    "training_needed": Key(text()),
    "limits": Key(text()),
    "first_lesson": Key(markdown),
}

TYPES = {"experience": EXPERIENCE, "guide": GUIDE, "technology": TECHNOLOGY}


def check_material(values: Any) -> None:
    """Raise ContentError where the values of a material's file depart from the shape of its type."""
    kind = values.get("type") if isinstance(values, dict) else None
    if kind not in TYPES:
        raise ContentError("type: is not one of experience, guide, technology")
    mapping_of({**MATERIAL, **TYPES[kind]})(values)
