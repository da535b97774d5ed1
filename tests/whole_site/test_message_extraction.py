"""Babel finds the interface texts of Django templates, too."""

from io import BytesIO

from babel.messages.extract import DEFAULT_KEYWORDS, extract

TEMPLATE = """{% extends "x.html" %}
{% load i18n %}
   {% block title %}{% translate "Merge" %}{% endblock %}
  <p title="it's {{ name }}">{% translate "Search" context "button" %}
{% comment %}{% translate "hidden" %}{% endcomment %}
      {% blocktranslate count number=n %}{{ number }} page{% plural %}{{ number }} pages{% endblocktranslate %}
 ) # not code
"""


def test_texts_of_a_django_template_are_found_with_context_and_plural():
    found = [
        (text, context)
        for _line, text, _comments, context in extract(
            "config.extraction:django_templates", BytesIO(TEMPLATE.encode()), DEFAULT_KEYWORDS
        )
    ]
    assert found == [
        ("Merge", None),
        ("Search", "button"),
        (("%(number)s page", "%(number)s pages"), None),
    ]
