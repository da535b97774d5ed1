"""Qualification categories of teachers: dated data, because attestation rules change often."""

from django.utils.translation import gettext_lazy as _

from records.terms import Term


class QualificationCategory(Term):
    """A qualification category: педагог-эксперт · педагог-сарапшы."""

    class Meta(Term.Meta):
        verbose_name = _("qualification category")
        verbose_name_plural = _("qualification categories")
