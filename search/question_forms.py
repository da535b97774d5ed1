"""Forms of the CMS that begin with a question of the report."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.snippets.views.snippets import CreateView

from search.demand.records import LANGUAGES
from search.query import clean_text


class QuestionCreateView(CreateView):
    """The form of a new record, begun with `?question=` and `?language=` of the address."""

    def begun(self, question: str, language: str) -> Any:
        """The record as the form shows it first; nothing is saved."""
        raise NotImplementedError

    def get_initial_form_instance(self) -> Any:
        """The record begun with a question, an empty one without."""
        question = clean_text(self.request.GET.get("question", ""))
        language = self.request.GET.get("language", "")
        if not question or language not in dict(LANGUAGES):
            return super().get_initial_form_instance()
        return self.begun(question, language)


def form_address(url_name: str, question: str, language: str) -> str:
    """The address of a form that begins with a question."""
    return f"{reverse(url_name)}?{urlencode({'question': question, 'language': language})}"
