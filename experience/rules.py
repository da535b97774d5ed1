"""Rules of publication that only some types of materials have."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from experience.publishing import check_picture, is_empty, row_values

GENERALISATION = {
    "generalisation_level": _("Choose the level of generalisation."),
    "generalisation_body": _("Name the council that generalised it."),
    "protocol_number": _("Give the number of the protocol."),
    "protocol_date": _("Give the date of the protocol."),
}


def results_or_reason(read, children, refuse) -> None:
    """At least one results row, or a written reason why nothing was measured."""
    rows = list(children("results"))
    if not rows and is_empty(read("no_results_reason")):
        refuse(
            "results",
            _("Add at least one row of results, or write below why nothing was measured."),
        )


def result_rows_are_whole(read, children, refuse) -> None:
    """Every numeric row says its unit, both values, the pupils counted and how it was measured."""
    mains = 0
    for row in children("results"):
        values = row_values(
            row,
            (
                "indicator",
                "unit",
                "before",
                "after",
                "full_scale",
                "pupils",
                "how_measured",
                "is_main",
            ),
        )
        mains += bool(values["is_main"])
        name = values["indicator"]
        numbers = [values["before"], values["after"]]
        if numbers == [None, None]:
            if not values["how_measured"]:
                refuse("results", _("“%(row)s”: say how it was seen.") % {"row": name})
            continue
        if None in numbers:
            refuse("results", _("“%(row)s”: give both values, before and after.") % {"row": name})
        if not values["unit"]:
            refuse("results", _("“%(row)s”: a number needs its unit.") % {"row": name})
        if not values["pupils"]:
            refuse("results", _("“%(row)s”: say how many pupils were counted.") % {"row": name})
        scale = values["full_scale"]
        if scale is not None and any(number is not None and number > scale for number in numbers):
            refuse(
                "results", _("“%(row)s”: a value is greater than the full scale.") % {"row": name}
            )
        if values["unit"] == "%" and any(
            n is not None and not 0 <= n <= Decimal(100) for n in numbers
        ):
            refuse("results", _("“%(row)s”: per cent are between 0 and 100.") % {"row": name})
    if list(children("results")) and mains != 1:
        refuse("results", _("Mark exactly one row as the main result."))


def evidence_in_order(read, children, refuse) -> None:
    """The period that the results rest on has a beginning before its end."""
    start, end = read("evidence_from"), read("evidence_to")
    if start and end and start > end:
        refuse("evidence_to", _("The end of the period stands before its beginning."))


def generalised_or_reason(read, children, refuse) -> None:
    """A protocol with its number, date and body, or a written reason why there is none."""
    if not is_empty(read("no_protocol_reason")):
        return
    for field, message in GENERALISATION.items():
        if is_empty(read(field)):
            refuse(field, message)
    if not list(children("reviewers")):
        refuse("reviewers", _("Name the reviewers, or write why there is no protocol."))


def main_part_or_file(read, children, refuse) -> None:
    """A guide is its main part, or a file."""
    if is_empty(read("main_part")) and read("guide_file") is None:
        refuse("main_part", _("Write the main part, or attach the file that is the guide."))


def pictures_of_main_part_have_consent(read, children, refuse) -> None:
    """What holds for the pictures of a material holds for those between its texts."""
    for block in read("main_part") or []:
        if block.block_type == "picture" and (image := block.value.get("image")):
            check_picture(image, "main_part", refuse)


def three_timed_steps(read, children, refuse) -> None:
    """A technology has at least three steps, each with its minutes."""
    steps = list(read("steps") or [])
    if len(steps) < 3:
        refuse("steps", _("Describe at least three steps."))
    for number, step in enumerate(steps, start=1):
        if not step.value.get("minutes"):
            refuse("steps", _("Step %(number)s has no minutes.") % {"number": number})
