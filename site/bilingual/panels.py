"""Pairs of fields in the forms of the CMS."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel


def pair(name: str) -> FieldRowPanel:
    """Return the two fields of a bilingual pair side by side, Kazakh first."""
    return FieldRowPanel([FieldPanel(f"{name}_kk"), FieldPanel(f"{name}_ru")])
