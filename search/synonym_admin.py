"""What the cabinet says of words, in the CMS: synonyms and protected words."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.models import register_snippet

from records.admin import RecordViewSet
from search.models import ProtectedWord, SynonymGroup
from search.question_forms import QuestionCreateView


class SynonymCreateView(QuestionCreateView):
    """The form of a new group."""

    def begun(self, question: str, language: str) -> SynonymGroup:
        """A group with the question as one expression: a comma would make it two."""
        return SynonymGroup(**{f"words_{language}": " ".join(question.replace(",", " ").split())})


class SynonymGroupViewSet(RecordViewSet):
    """Synonyms: what is saved here takes hold with the next question."""

    model = SynonymGroup
    icon = "resubmit"
    menu_label = _("Synonyms")
    add_view_class = SynonymCreateView
    add_to_admin_menu = True
    menu_order = 135
    list_display = ["__str__"]
    list_export = ["words_ru", "words_kk"]
    edit_handler = ObjectList([FieldRowPanel([FieldPanel("words_kk"), FieldPanel("words_ru")])])


class ProtectedWordViewSet(RecordViewSet):
    """Protected words: every text is read anew in the background when one is saved."""

    model = ProtectedWord
    icon = "lock"
    menu_label = _("Protected words")
    add_to_admin_menu = True
    menu_order = 136
    list_display = ["__str__"]
    list_export = ["word"]
    edit_handler = ObjectList([FieldPanel("word")])


register_snippet(SynonymGroupViewSet)
register_snippet(ProtectedWordViewSet)
