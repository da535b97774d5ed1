"""Pieces of four letters, which also meet where stems do not: typing errors, compounds, loans."""

from collections.abc import Iterable

LENGTH = 4


def grams(form: str) -> tuple[str, ...]:
    """All pieces of four letters of a folded word; a shorter word is its own only piece."""
    if len(form) <= LENGTH:
        return (form,)
    return tuple(form[start : start + LENGTH] for start in range(len(form) - LENGTH + 1))


def distinct_grams(forms: Iterable[str]) -> set[str]:
    """The pieces that occur in any of the words."""
    return {gram for form in set(forms) for gram in grams(form)}
