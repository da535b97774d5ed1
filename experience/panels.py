"""Tabs of the editor. They follow the order and the wording of the paper forms."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from experience.completeness import CompletenessPanel


def _choices(name: str) -> FieldPanel:
    """A vocabulary of which several terms may be chosen, all in sight."""
    return FieldPanel(name, widget=forms.CheckboxSelectMultiple)


def _one_of(name: str) -> FieldPanel:
    """A short vocabulary: a plain list rather than a window to choose from."""
    return FieldPanel(name, widget=forms.Select)


def _first_tab(extra: Sequence[Panel] = ()) -> ObjectList:
    return ObjectList(
        [
            CompletenessPanel(),
            TitleFieldPanel(
                "title",
                heading=_("Topic"),
                placeholder=_("Topic"),
                help_text=_("What was done and in which class, as a colleague would look for it."),
            ),
            FieldPanel("language", widget=forms.RadioSelect, required_on_save=True),
            InlinePanel("authorships", heading=_("Authors"), label=_("author's name")),
            FieldPanel("summary"),
            *extra,
        ],
        heading=_("Topic and authors"),
    )


def _for_whom_tab() -> ObjectList:
    return ObjectList(
        [
            MultiFieldPanel(
                [
                    _choices("education_levels"),
                    _choices("grades"),
                    FieldPanel("not_by_grade"),
                ],
                heading=_("Level and grades"),
            ),
            MultiFieldPanel(
                [_choices("subjects"), _choices("areas")], heading=_("Subject or area")
            ),
            _choices("audience"),
            _choices("forms_of_work"),
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("small_school"),
                            FieldPanel("combined_class"),
                            FieldPanel("inclusive"),
                        ]
                    ),
                    FieldPanel("instruction_languages"),
                ],
                heading=_("Suitability"),
            ),
            FieldRowPanel([FieldPanel("learning_objectives"), FieldPanel("quarter")]),
            FieldPanel("tags", required_on_save=False),
        ],
        heading=_("For whom"),
    )


def _files_tab(extra: Sequence[Panel] = ()) -> ObjectList:
    return ObjectList(
        [
            *extra,
            FieldPanel("literature"),
            InlinePanel("files", heading=_("Appendices: files"), label=_("file")),
            InlinePanel("pictures", heading=_("Pictures"), label=_("picture")),
        ],
        heading=_("Literature and appendices"),
    )


def _publication_tab(extra: Sequence[Panel] = ()) -> ObjectList:
    return ObjectList(
        [
            MultiFieldPanel(
                [
                    _one_of("generalisation_level"),
                    FieldPanel("generalisation_body"),
                    FieldRowPanel([FieldPanel("protocol_number"), FieldPanel("protocol_date")]),
                    *extra,
                ],
                heading=_("Generalisation"),
            ),
            MultiFieldPanel(
                [FieldPanel("responsible"), FieldPanel("review_by")], heading=_("Responsibility")
            ),
            MultiFieldPanel(
                [FieldPanel("license"), FieldPanel("author_consent_on")], heading=_("Rights")
            ),
            FieldPanel("change_note"),
            FieldPanel(
                "slug",
                heading=_("Address of the page"),
                help_text=_("The last part of the address; made from the topic."),
                required_on_save=False,
            ),
            PublishingPanel(),
        ],
        heading=_("Publication"),
    )


def experience_edit_handler() -> TabbedInterface:
    """Tabs of an experience write-up."""
    return TabbedInterface(
        [
            _first_tab(),
            _for_whom_tab(),
            ObjectList(
                [
                    FieldPanel("relevance"),
                    MultiFieldPanel(
                        [
                            FieldPanel("conditions"),
                            FieldRowPanel(
                                [FieldPanel("class_size"), FieldPanel("class_composition")]
                            ),
                            FieldRowPanel(
                                [FieldPanel("instruction_language"), FieldPanel("hours")]
                            ),
                            FieldPanel("arose_in_small_school"),
                            FieldPanel("equipment"),
                        ],
                        heading=_("Conditions of origin and use"),
                    ),
                    FieldPanel("leading_idea"),
                    FieldPanel("theory"),
                    MultiFieldPanel(
                        [_one_of("novelty_level"), FieldPanel("novelty")], heading=_("Novelty")
                    ),
                ],
                heading=_("Idea"),
            ),
            ObjectList(
                [
                    FieldPanel("aim"),
                    FieldPanel("content"),
                    FieldPanel("methods"),
                    FieldPanel("means"),
                    FieldPanel("steps"),
                    InlinePanel(
                        "technology_uses",
                        heading=_("Technologies used"),
                        label=_("name of the technology"),
                    ),
                    InlinePanel("guide_links", heading=_("Guides used"), label=_("guide")),
                ],
                heading=_("Technology of the experience"),
            ),
            ObjectList(
                [
                    FieldPanel("results_text"),
                    InlinePanel("results", heading=_("Results"), label=_("result")),
                    FieldPanel("no_results_reason"),
                    MultiFieldPanel(
                        [
                            FieldRowPanel([FieldPanel("evidence_from"), FieldPanel("evidence_to")]),
                            FieldRowPanel(
                                [FieldPanel("evidence_pupils"), FieldPanel("comparison")]
                            ),
                        ],
                        heading=_("What the results rest on"),
                    ),
                ],
                heading=_("Results"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("weekly_minutes"),
                            FieldPanel("preparation"),
                            FieldPanel("risks"),
                            FieldPanel("limitations"),
                        ],
                        heading=_("Labour, risks, limitations"),
                    ),
                    FieldPanel("suits_whom"),
                    FieldPanel("transfer"),
                    FieldPanel("conclusions"),
                ],
                heading=_("Transfer and conclusions"),
            ),
            _files_tab(),
            _publication_tab(),
        ]
    )


def guide_edit_handler() -> TabbedInterface:
    """Tabs of a methodological guide."""
    return TabbedInterface(
        [
            _first_tab([_one_of("guide_kind"), FieldPanel("pages_in_print")]),
            _for_whom_tab(),
            ObjectList(
                [FieldPanel("aim"), FieldPanel("expected_result"), FieldPanel("introduction")],
                heading=_("Introduction"),
            ),
            ObjectList(
                [FieldPanel("main_part"), FieldPanel("guide_file"), FieldPanel("conclusion")],
                heading=_("Main part"),
            ),
            _files_tab([FieldPanel("appendices")]),
            _publication_tab(
                [
                    FieldPanel("no_protocol_reason"),
                    InlinePanel("reviewers", heading=_("Reviewers"), label=_("reviewer's name")),
                ]
            ),
        ]
    )


def technology_edit_handler() -> TabbedInterface:
    """Tabs of a technology description."""
    return TabbedInterface(
        [
            _first_tab(),
            _for_whom_tab(),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("technology_kind"),
                            FieldPanel("scale"),
                            FieldPanel("organisational_form"),
                            FieldPanel("prevailing_method"),
                            FieldPanel("equipment"),
                        ],
                        heading=_("Identification"),
                    ),
                    FieldPanel("concept"),
                    FieldPanel("principles"),
                    FieldPanel("aims"),
                    FieldPanel("content"),
                ],
                heading=_("Concept"),
            ),
            ObjectList([FieldPanel("process"), FieldPanel("steps")], heading=_("Process")),
            ObjectList(
                [
                    FieldPanel("support"),
                    InlinePanel("guide_links", heading=_("Guides"), label=_("guide")),
                    MultiFieldPanel(
                        [
                            FieldPanel("conceptual"),
                            FieldPanel("systemic"),
                            FieldPanel("manageable"),
                            FieldPanel("efficient"),
                            FieldPanel("reproducible"),
                        ],
                        heading=_("Quality"),
                    ),
                ],
                heading=_("Support and quality"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("start_minutes"), FieldPanel("repeat_minutes")]),
                    FieldPanel("cost_to_start"),
                    FieldPanel("training_needed"),
                    FieldPanel("limits"),
                    FieldPanel("first_lesson"),
                ],
                heading=_("How to start"),
            ),
            _files_tab(),
            _publication_tab(),
        ]
    )
