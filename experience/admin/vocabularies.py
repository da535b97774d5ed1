"""Vocabularies and tags in one menu of the CMS."""

from django import forms
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from accounts.models import QualificationCategory
from bilingual.panels import pair
from experience.models import (
    Area,
    Audience,
    EducationLevel,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    GuideKind,
    NoveltyLevel,
    Subject,
    Tag,
)
from records.admin import RecordViewSet


def term_panels(*own: Panel) -> ObjectList:
    """Return the form of a term; `own` are the fields that only its vocabulary has."""
    return ObjectList(
        [
            MultiFieldPanel(
                [pair("name"), pair("synonyms")], heading=pgettext_lazy("thing", "Name")
            ),
            *own,
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
                    FieldPanel("renamed_to", widget=forms.Select),
                ],
                heading=_("Validity"),
            ),
            FieldRowPanel([FieldPanel("code"), FieldPanel("order")]),
        ]
    )


class TermViewSet(RecordViewSet):
    """A controlled vocabulary."""

    icon = "list-ul"
    usage = Count("knowledgepage", distinct=True)
    list_display = [
        "__str__",
        Column("name_kk", label=_("In Kazakh"), sort_key="sort_kk"),
        Column("code", label=_("Code"), sort_key="code"),
        Column("order", label=_("Order"), sort_key="order"),
        DateColumn("valid_until", label=_("Valid until"), sort_key="valid_until"),
    ]
    list_export = ["code", "name_kk", "name_ru", "synonyms_kk", "synonyms_ru"]
    edit_handler = term_panels()


class EducationLevelViewSet(TermViewSet):
    model = EducationLevel


class GradeViewSet(TermViewSet):
    model = Grade
    edit_handler = term_panels(FieldPanel("level", widget=forms.Select))


class SubjectViewSet(TermViewSet):
    model = Subject
    edit_handler = term_panels(FieldPanel("grades", widget=forms.CheckboxSelectMultiple))


class AreaViewSet(TermViewSet):
    model = Area


class FormOfWorkViewSet(TermViewSet):
    model = FormOfWork


class AudienceViewSet(TermViewSet):
    model = Audience


class GuideKindViewSet(TermViewSet):
    model = GuideKind
    usage = Count("guidepage", distinct=True)


class NoveltyLevelViewSet(TermViewSet):
    model = NoveltyLevel
    usage = Count("experiencepage", distinct=True)


class GeneralisationLevelViewSet(TermViewSet):
    model = GeneralisationLevel


class QualificationCategoryViewSet(TermViewSet):
    model = QualificationCategory
    usage = Count("author", distinct=True)
    usage_label = _("Authors")


class TagViewSet(RecordViewSet):
    """Tags: typed freely by methodists, mended here."""

    model = Tag
    icon = "tag"
    usage = Count("tagged_materials", distinct=True)
    list_display = [
        "__str__",
        Column("name_ru", label=_("In Russian"), sort_key="name_ru"),
        Column("name_kk", label=_("In Kazakh"), sort_key="name_kk"),
    ]
    list_export = ["name", "name_kk", "name_ru"]
    edit_handler = ObjectList([FieldPanel("name"), pair("name"), FieldPanel("slug")])


class VocabulariesGroup(SnippetViewSetGroup):
    """The menu of vocabularies."""

    menu_label = _("Vocabularies")
    menu_icon = "list-ul"
    menu_order = 130
    items = (
        SubjectViewSet,
        GradeViewSet,
        EducationLevelViewSet,
        AreaViewSet,
        FormOfWorkViewSet,
        AudienceViewSet,
        GuideKindViewSet,
        NoveltyLevelViewSet,
        GeneralisationLevelViewSet,
        QualificationCategoryViewSet,
        TagViewSet,
    )


register_snippet(VocabulariesGroup)
