"""What a browser would send of a form as it stands in a page."""

import re

from bs4 import BeautifulSoup, SoupStrainer, Tag
from django.http import QueryDict

FIELDS = ["input", "select", "textarea"]


def fields_of(html: str, form_id: str) -> QueryDict:
    """Return the data of the form of that id; where a page has no such form, ValueError."""
    form = re.search(rf'<form[^>]*\bid="{form_id}".*?</form>', html, re.DOTALL)
    if form is None:
        raise ValueError(f"No form “{form_id}” in the page")
    data = QueryDict(mutable=True)
    # Only the fields are taken apart: the editor's form has half a megabyte.
    page = BeautifulSoup(form[0], "html.parser", parse_only=SoupStrainer(FIELDS))
    for field in page.find_all(FIELDS, attrs={"name": True}):
        for value in _values(field):
            data.appendlist(field["name"], value)
    return data


def _values(field: Tag) -> list[str]:
    if field.name == "textarea":
        return [field.get_text()]
    if field.name == "select":
        options = field.find_all("option")
        chosen = [option for option in options if option.has_attr("selected")]
        if not chosen and not field.has_attr("multiple"):
            chosen = options[:1]
        return [option.get("value", option.get_text()) for option in chosen]
    if field.get("type") in ("checkbox", "radio"):
        return [field.get("value", "on")] if field.has_attr("checked") else []
    return [field.get("value", "")]
