"""The one source of the rules of strict publishing.

The form asks it when an editor publishes, `full_clean` when a live page is saved, `publish` for every
other door (workflow, bulk, schedule, code), and the completeness line of the editor before any of them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from experience.models import KnowledgePage

Errors = dict[str, list[ValidationError]]
# rule(read, children, refuse): values of fields, rows of a relation, and how to refuse at a field
Rule = Callable[
    [Callable[[str], Any], Callable[[str], Iterable[Any]], Callable[[str, str | Promise], None]],
    None,
]

NEEDED = "needed"

# A sign that is seen at the start of a text or right after a tag: spares most texts being parsed.
_VISIBLE = re.compile(r"(?:^|>)[^<>&\s]")

# Asked of every material: field → what is expected there, in the words of an editor.
NEEDED_OF_EVERY_MATERIAL = {
    "summary": _("Write a summary: what was done, with whom and what came of it."),
    "education_levels": _("Choose at least one education level."),
    "audience": _("Say for whom the material is."),
    "authorships": _("Name at least one author, or the school as the author."),
    "license": _("Say what the authors allow readers to do."),
    "author_consent_on": _("Give the date of the authors' written consent."),
    "responsible": _("Name the methodist who answers for the material."),
    "review_by": _("Give the date of the next check."),
}


# Fields without which a rule refuses, rather than the tables.
ASKED_BY_RULES_OF_EVERY_MATERIAL = ("grades", "subjects")


def is_empty(value: Any) -> bool:
    """Say whether an editor left the field empty; `<p></p>` is empty, 0 is not."""
    if value is None or value == "":
        return True
    if hasattr(value, "exists") or isinstance(value, list | tuple | set):
        return not list(value.all() if hasattr(value, "all") else value)
    if hasattr(value, "stream_block"):
        return len(value) == 0
    if isinstance(value, str):
        if _VISIBLE.search(value):
            return False
        return not strip_tags(value).replace("\xa0", " ").replace("&nbsp;", " ").strip()
    return False


def publishing_errors(
    page: "KnowledgePage",
    value: Callable[[str], Any] | None = None,
    rows: Callable[[str], Iterable[Any]] | None = None,
) -> Errors:
    """Return what keeps `page` from being published: field or relation → errors with code "needed".

    `value` and `rows` answer for fields and child rows of a form that is not saved yet; without them
    the page answers itself.
    """
    read = value or (lambda name: _value_of(page, name))
    children = rows or (lambda relation: list(getattr(page, relation).all()))
    relations = {child.get_accessor_name() for child in _child_relations(page)}
    errors: Errors = {}

    def refuse(field: str, message: str | Promise) -> None:
        errors.setdefault(field, []).append(ValidationError(str(message), code=NEEDED))

    for field, message in {**NEEDED_OF_EVERY_MATERIAL, **page.needed_for_publication}.items():
        content = children(field) if field in relations else read(field)
        if is_empty(content):
            refuse(field, message)
    for rule in (*RULES_OF_EVERY_MATERIAL, *page.publishing_rules):
        rule(read, children, refuse)
    return errors


def completeness(page: "KnowledgePage") -> tuple[int, int]:
    """Return how many of the fields asked at publication are filled, and how many are asked."""
    asked = {
        *NEEDED_OF_EVERY_MATERIAL,
        *page.needed_for_publication,
        *ASKED_BY_RULES_OF_EVERY_MATERIAL,
        *page.asked_by_rules,
    }
    missing = page.publishing_errors()
    return len(asked) - len(asked & missing.keys()), len(asked)


def _child_relations(page: "KnowledgePage") -> list[Any]:
    from modelcluster.models import get_all_child_relations

    return get_all_child_relations(type(page))


def _value_of(page: "KnowledgePage", name: str) -> Any:
    content = getattr(page, name)
    return list(content.all()) if hasattr(content, "all") else content


def grade_or_not_by_grade(read, children, refuse) -> None:
    """Grades are chosen, or the editor says that the material does not depend on them."""
    if is_empty(read("grades")) and not read("not_by_grade"):
        refuse("grades", _("Choose grades, or mark “not by grade”."))


def subject_or_area(read, children, refuse) -> None:
    """A subject, or an area that is no subject."""
    if is_empty(read("subjects")) and is_empty(read("areas")):
        refuse("subjects", _("Choose a subject, or an area without a subject."))


def grades_fit_subjects(read, children, refuse) -> None:
    """Each chosen subject is learnt in one of the chosen grades, each grade learns one of the subjects."""
    grades, subjects = list(read("grades") or []), list(read("subjects") or [])
    if not grades or not subjects:
        return
    learnt = {subject: set(subject.grades.all()) for subject in subjects}
    for subject, its_grades in learnt.items():
        if its_grades and not its_grades & set(grades):
            refuse(
                "grades",
                _("The subject “%(subject)s” is not learnt in the chosen grades.")
                % {"subject": subject},
            )
    if all(learnt.values()) and is_empty(read("areas")):
        strangers = [grade for grade in grades if not any(grade in its for its in learnt.values())]
        if strangers:
            refuse(
                "grades",
                _("None of the subjects is learnt in: %(grades)s.")
                % {"grades": ", ".join(str(grade) for grade in strangers)},
            )


def authors_once(read, children, refuse) -> None:
    """An author stands in the list once; a row names a person or a school."""
    rows = [row_values(row, ("author", "school")) for row in children("authorships")]
    counted = Counter((row["author"], None if row["author"] else row["school"]) for row in rows)
    for (author, school), times in counted.items():
        if author is None and school is None:
            refuse("authorships", _("A row of the authors is empty: choose an author or a school."))
        elif times > 1:
            refuse("authorships", _("%(name)s is listed twice.") % {"name": author or school})


def dates_in_order(read, children, refuse) -> None:
    """The next check stands after the protocol."""
    protocol, review = read("protocol_date"), read("review_by")
    if protocol and review and review <= protocol:
        refuse("review_by", _("The next check stands before the protocol."))


def pictures_have_consent(read, children, refuse) -> None:
    """Pupils are shown only with a consent that holds; every picture is described in both languages."""
    for row in children("pictures"):
        if image := row_values(row, ("image",))["image"]:
            check_picture(image, "pictures", refuse)


def check_picture(image: Any, field: str, refuse: Callable[[str, str | Promise], None]) -> None:
    """Refuse at `field` a picture of pupils without a consent, or one without its descriptions."""
    if not image.may_be_shown:
        refuse(
            field,
            _("“%(picture)s” shows pupils: no consent that holds is on record.")
            % {"picture": image},
        )
    if not (image.alt_kk and image.alt_ru):
        refuse(
            field,
            _("Describe “%(picture)s” in both languages for those who cannot see it.")
            % {"picture": image},
        )


def row_values(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the named values of a child row, which is a model instance or a bound form."""
    if hasattr(row, "cleaned_data"):
        return {name: row.cleaned_data.get(name) for name in names}
    return {name: getattr(row, name) for name in names}


RULES_OF_EVERY_MATERIAL = (
    grade_or_not_by_grade,
    subject_or_area,
    grades_fit_subjects,
    authors_once,
    dates_in_order,
    pictures_have_consent,
)
