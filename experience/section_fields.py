"""The sections of each type of material, and the fields that hold their text."""

from typing import Any

from django.utils.translation import gettext_lazy as _

# Type → sections in the order of the page: name, label, the fields that make up its text.
SECTIONS: dict[str, tuple[tuple[str, Any, tuple[str, ...]], ...]] = {
    "experience": (
        ("relevance", _("Relevance, contradiction"), ("relevance",)),
        ("conditions", _("Conditions of origin and use"), ("conditions", "equipment")),
        ("idea", _("Leading pedagogical idea"), ("leading_idea",)),
        ("theory", _("Theoretical base"), ("theory",)),
        ("novelty", _("Novelty"), ("novelty",)),
        ("technology", _("Technology of the experience"), ("aim", "content", "methods", "means")),
        ("steps", _("steps"), ("steps",)),
        ("results", _("Results"), ("results_text", "results", "no_results_reason")),
        ("labour", _("Labour, risks, limitations"), ("preparation", "risks", "limitations")),
        ("transfer", _("Addressees, conditions of transfer"), ("suits_whom", "transfer")),
        ("conclusions", _("Conclusions"), ("conclusions",)),
        ("literature", _("literature"), ("literature",)),
    ),
    "guide": (
        ("introduction", _("Introduction"), ("aim", "expected_result", "introduction")),
        ("main", _("Main part"), ("main_part",)),
        ("conclusions", _("Conclusion"), ("conclusion",)),
        ("appendices", _("Appendices"), ("appendices",)),
        ("literature", _("literature"), ("literature",)),
    ),
    "technology": (
        ("concept", _("Concept"), ("technology_kind", "concept", "principles", "aims")),
        ("content", _("Content"), ("content",)),
        ("steps", _("Process"), ("process", "steps")),
        ("support", _("Support"), ("support",)),
        (
            "quality",
            _("Quality"),
            ("conceptual", "systemic", "manageable", "efficient", "reproducible"),
        ),
        (
            "conditions",
            _("How to start"),
            ("cost_to_start", "training_needed", "limits", "equipment"),
        ),
        ("first-lesson", _("First lesson on one page"), ("first_lesson",)),
        ("literature", _("literature"), ("literature",)),
    ),
}
